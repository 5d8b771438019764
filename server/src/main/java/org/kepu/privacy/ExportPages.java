package org.kepu.privacy;

import java.util.Map;
import org.kepu.audit.PersonNames;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The book of lists that left the platform. */
@Controller
class ExportPages {

    private final Exports exports;
    private final ObjectProvider<PersonNames> names;

    ExportPages(Exports exports, ObjectProvider<PersonNames> names) {
        this.exports = exports;
        this.names = names;
    }

    @GetMapping("/desk/privacy/exports")
    String exports(@May(Right.KEEP_PRIVACY) Scope scope, Model model) {
        var all = exports.all(scope);
        var exporters = all.stream().map(Exports.Line::by).distinct().toList();
        model.addAttribute("exports", all);
        model.addAttribute(
                "names",
                names.stream().findFirst().map(known -> known.of(exporters)).orElse(Map.of()));
        return "privacy/exports";
    }
}
