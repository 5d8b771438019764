package org.kepu.indicator.desk;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletResponse;
import org.kepu.indicator.figure.Issuing;
import org.kepu.indicator.figure.Method;
import org.kepu.indicator.figure.Statement;
import org.kepu.indicator.figure.Statements;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is entered on a figure's page: a value that others state, and the document that used the figure. */
@Controller
@RequestMapping("/desk/indicators/{indicator}")
class KeepingPages {

    private final Asking asking;
    private final Statements statements;
    private final Issuing issuing;
    private final FigurePage figures;
    private final Windows windows;

    KeepingPages(Asking asking, Statements statements, Issuing issuing, FigurePage figures, Windows windows) {
        this.asking = asking;
        this.statements = statements;
        this.issuing = issuing;
        this.figures = figures;
        this.windows = windows;
    }

    @PostMapping("/statements")
    String state(
            @May(Right.KEEP_INDICATORS) Scope scope,
            Desk desk,
            @PathVariable String indicator,
            @RequestParam String region,
            FigureAsked asked,
            @ModelAttribute("statement") StatementForm statement,
            BindingResult errors,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var query = asking.figure(scope, indicator, asked);
        if (!(query.definition().method() instanceof Method.Stated)) {
            throw new NotFound();
        }
        statement.check(query.definition(), windows.today(), errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("errors", errors);
            return figures.show(desk, indicator, asked, page, model);
        }
        boolean fresh = statements.state(
                scope,
                new Statement(
                        indicator,
                        query.region().code(),
                        requireNonNull(statement.date()),
                        requireNonNull(statement.number()),
                        statement.source(),
                        statement.document().isEmpty() ? null : statement.document()));
        redirect.addFlashAttribute("flash", Flash.of(fresh, "indicator.state.done", "indicator.state.already"));
        return "redirect:" + query.path();
    }

    @PostMapping("/issued")
    String issue(
            @May(Right.KEEP_INDICATORS) Scope scope,
            @PathVariable String indicator,
            @RequestParam String region,
            @RequestParam(defaultValue = "") String document,
            FigureAsked asked,
            RedirectAttributes redirect) {
        var query = asking.figure(scope, indicator, asked);
        var name = document.strip().replace("\0", "");
        if (name.isEmpty() || name.length() > Issuing.LONGEST_DOCUMENT) {
            redirect.addFlashAttribute("flash", Flash.warn("indicator.issue.wrong"));
        } else {
            boolean fresh = issuing.issue(scope, query.question(), name);
            redirect.addFlashAttribute(
                    "flash",
                    fresh ? Flash.success("indicator.issue.done", name) : Flash.warn("indicator.issue.already", name));
        }
        return "redirect:" + query.path();
    }
}
