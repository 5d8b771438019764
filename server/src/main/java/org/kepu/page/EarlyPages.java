package org.kepu.page;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Pages that are written ahead of sessions and controllers, where it is not known yet who reads them: as for a stranger. */
@Component
public class EarlyPages {

    private final PageAdvice advice;
    private final TemplateEngine templates;

    EarlyPages(PageAdvice advice, TemplateEngine templates) {
        this.advice = advice;
        this.templates = templates;
    }

    /** @param template as a controller names it */
    public void write(
            String template, Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var parameters = new HashMap<>(model);
        parameters.put("page", advice.page(request));
        new JteView(templates, template + ".jte").render(parameters, request, response);
    }
}
