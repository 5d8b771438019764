package org.kepu.people.hours;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.people.ServiceTerms;
import org.kepu.people.team.Team;
import org.kepu.people.team.Teams;
import org.kepu.shared.Csv;
import org.kepu.shared.ImportReport;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hours that a team kept on paper, from a table (Excel or CSV). */
@Controller
@RequestMapping("/desk/teams/{team}/import")
class HoursImportPages {

    private final Teams teams;
    private final HoursImport importing;
    private final ServiceTerms terms;

    HoursImportPages(Teams teams, HoursImport importing, ServiceTerms terms) {
        this.teams = teams;
        this.importing = importing;
        this.terms = terms;
    }

    @GetMapping
    String form(@May(Right.RUN_TEAMS) Scope scope, @PathVariable UUID team, Model model) {
        return show(found(scope, team), null, model);
    }

    /** The table to fill in. */
    @GetMapping("/table.csv")
    ResponseEntity<String> table(
            @May(Right.RUN_TEAMS) Scope scope, @PathVariable UUID team, @ModelAttribute("page") Page page) {
        var name = found(scope, team).title() + "-" + page.say("people.import");
        return Attachment.CSV
                .named(name)
                .body(Csv.BYTE_ORDER_MARK
                        + Csv.row(
                                Arrays.stream(HoursImport.Column.values()).map(column -> page.say(column.messageKey())))
                        + Csv.row(Stream.of(
                                "13800000000",
                                "2026-03-07",
                                "09:00",
                                "12:00",
                                "",
                                terms.services().getFirst().name(),
                                "")));
    }

    @PostMapping
    String take(
            @May(Right.RUN_TEAMS) Scope scope,
            @PathVariable UUID team,
            @RequestParam MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var of = found(scope, team);
        return switch (importing.take(scope, team, file.getBytes())) {
            case HoursImport.Taken.Report(var report) -> {
                if (report.rejected() > 0) {
                    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                }
                yield show(of, report, model);
            }
            case HoursImport.Taken.Unreadable(var reason) -> {
                redirect.addFlashAttribute("flash", Flash.warn(reason));
                yield "redirect:" + of.path() + "/import";
            }
        };
    }

    private Team found(Scope scope, UUID team) {
        return teams.find(scope, team).orElseThrow(NotFound::new);
    }

    private String show(Team team, @Nullable ImportReport report, Model model) {
        model.addAttribute("team", team);
        model.addAttribute("report", report);
        model.addAttribute("terms", terms);
        return "people/import";
    }
}
