package org.kepu.ledger.supervision.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.round.Today;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.region.Region;
import org.kepu.shared.Desk;
import org.kepu.shared.ImportReport;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of problems on the desk: read, added to, taken away and handed in as a table. */
@Controller
@RequestMapping("/desk/supervision/problems")
class ProblemPages {

    private static final int USUAL_TERM = 30;

    private final ProblemList problems;
    private final KeepingProblems keeping;
    private final ProblemSheet sheet;
    private final ProblemImport importing;
    private final Clock clock;

    ProblemPages(
            ProblemList problems, KeepingProblems keeping, ProblemSheet sheet, ProblemImport importing, Clock clock) {
        this.problems = problems;
        this.keeping = keeping;
        this.sheet = sheet;
        this.importing = importing;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @May(Right.READ_LEDGER) Scope scope,
            Desk desk,
            @RequestParam(required = false) @Nullable ProblemState state,
            Model model) {
        return page(scope, desk, state, null, model);
    }

    private String page(
            Scope scope, Desk desk, @Nullable ProblemState state, @Nullable ImportReport report, Model model) {
        model.addAttribute(
                "view",
                new ProblemsView(
                        problems.all(scope, state),
                        state,
                        keeping.offices(desk.scope(Right.RUN_LEDGER)),
                        Today.by(clock),
                        report));
        return "supervision/problems";
    }

    @GetMapping("/table.xlsx")
    void table(
            @May(Right.READ_LEDGER) Scope scope,
            @RequestParam(required = false) @Nullable ProblemState state,
            @ModelAttribute("page") Page page,
            HttpServletResponse response)
            throws IOException {
        Attachment.EXCEL.head(response, page.say("supervision.problems"));
        sheet.write(page, problems.all(scope, state), response.getOutputStream());
    }

    @PostMapping("/table")
    String take(
            @May(Right.RUN_LEDGER) Scope scope,
            Desk desk,
            @RequestParam String region,
            @RequestParam MultipartFile file,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var office = RegionCode.read(region).filter(scope.regions()::contains).orElseThrow(NotFound::new);
        return switch (importing.take(scope, office, file.getBytes(), Today.by(clock))) {
            case ProblemImport.Taken.Read(var report) -> page(desk.scope(Right.READ_LEDGER), desk, null, report, model);
            case ProblemImport.Taken.Unreadable(var reason) -> {
                redirect.addFlashAttribute("flash", Flash.warn(reason));
                yield "redirect:/desk/supervision/problems";
            }
        };
    }

    @GetMapping("/new")
    String form(
            @May(Right.RUN_LEDGER) Scope scope,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable UUID sheet,
            Model model) {
        var today = Today.by(clock);
        var found =
                Optional.ofNullable(sheet).map(id -> keeping.ofSheet(scope, id).orElseThrow(NotFound::new));
        var offices = keeping.offices(scope);
        var code = found.map(KeepingProblems.Beginning::region)
                .or(() -> Optional.ofNullable(region).flatMap(RegionCode::read))
                .or(() -> offices.stream().findFirst().map(Region::code))
                .orElseThrow(NotFound::new);
        var form = new ProblemForm(
                UUID.randomUUID(),
                code.value(),
                found.map(KeepingProblems.Beginning::body).orElse(null),
                found.isPresent() ? Source.SHEET : null,
                found.map(KeepingProblems.Beginning::origin).orElse(""),
                sheet,
                null,
                today,
                "",
                "",
                "",
                today.plusDays(USUAL_TERM));
        return form(scope, form, code, model);
    }

    private String form(Scope scope, ProblemForm form, RegionCode region, Model model) {
        model.addAttribute("view", new NewProblemView(form, keeping.offices(scope), keeping.bodies(scope, region)));
        return "supervision/problem-new";
    }

    @PostMapping
    String enter(
            @May(Right.RUN_LEDGER) Scope scope,
            @ModelAttribute("form") ProblemForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var region =
                Optional.ofNullable(form.region()).flatMap(RegionCode::read).orElseThrow(NotFound::new);
        form.check(errors, Today.by(clock));
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("errors", errors);
            return form(scope, form, region, model);
        }
        redirect.addFlashAttribute(
                "flash",
                Flash.of(
                        keeping.enter(scope, form) == KeepingProblems.Outcome.DONE,
                        "supervision.problem.entered",
                        "supervision.problem.entered.already"));
        return "redirect:/desk/supervision/problems";
    }
}
