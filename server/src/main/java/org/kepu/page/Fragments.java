package org.kepu.page;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Parts of a page whose template is known only when the program runs. */
@Component
public class Fragments {

    private final TemplateEngine engine;

    Fragments(TemplateEngine engine) {
        this.engine = engine;
    }

    /** The template, shown with this page and these values. */
    public Content of(String template, Page page, Map<String, Object> values) {
        var parameters = new HashMap<>(values);
        parameters.put("page", page);
        return output -> engine.render(template + ".jte", parameters, output);
    }
}
