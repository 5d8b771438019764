package org.kepu.access.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.PasswordResets;
import org.kepu.access.Role;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Pager;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The people on the desk: who they are, which roles they hold, and what the roles are. */
@Controller
@RequestMapping("/desk/people")
class PeoplePages {

    private static final int ROWS = 50;

    private final ReadingPeople people;
    private final ClosingAccounts closing;
    private final PersonSheet sheet;
    private final LostFactors factors;
    private final PasswordResets resets;
    private final Regions regions;
    private final Clock clock;

    PeoplePages(
            ReadingPeople people,
            ClosingAccounts closing,
            PersonSheet sheet,
            LostFactors factors,
            PasswordResets resets,
            Regions regions,
            Clock clock) {
        this.people = people;
        this.closing = closing;
        this.regions = regions;
        this.clock = clock;
        this.sheet = sheet;
        this.factors = factors;
        this.resets = resets;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "OPEN") PeopleSearch.Only only,
            @RequestParam(defaultValue = "1") int page,
            @May(Right.SEE_PEOPLE) Scope scope,
            Desk desk,
            Model model) {
        var search = new PeopleSearch(q, role, RegionCode.read(region).orElse(null), only);
        var number = Math.max(1, page);
        var listing = people.list(scope, search, number, ROWS);
        var here = UriComponentsBuilder.fromPath("/desk/people")
                .queryParam("q", search.words())
                .queryParam("role", role == null ? "" : role.name())
                .queryParam("region", region)
                .queryParam("only", only)
                .encode()
                .build()
                .toUriString();
        model.addAttribute("lines", listing.lines());
        model.addAttribute("pager", new Pager(here, number, ROWS, listing.total()));
        model.addAttribute("search", search);
        model.addAttribute("leagues", regions.withinLevel(RegionLevel.LEAGUE));
        PersonSheet.rights(desk, model);
        return "access/people";
    }

    @GetMapping("/roles")
    String roles(@May(Right.SEE_PEOPLE) Scope scope) {
        return "access/roles";
    }

    @GetMapping("/{id}")
    String person(@PathVariable UUID id, @May(Right.SEE_PEOPLE) Scope scope, Desk desk, Model model) {
        return sheet.show(scope, desk, id, DeputyForm.from(LocalDate.now(clock)), model);
    }

    @PostMapping("/{id}/close")
    String close(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            @May(Right.KEEP_ACCOUNTS) Scope scope,
            RedirectAttributes redirect) {
        return back(
                id,
                redirect,
                Reason.fault(why)
                        .map(fault -> Flash.warn(fault.messageKey()))
                        .orElseGet(() -> told(closing.close(scope, id, why.strip()), "access.people.closed")));
    }

    @PostMapping("/{id}/reopen")
    String reopen(@PathVariable UUID id, @May(Right.KEEP_ACCOUNTS) Scope scope, RedirectAttributes redirect) {
        return back(
                id,
                redirect,
                closing.reopen(scope, id)
                        ? Flash.success("access.people.reopened")
                        : Flash.warn("access.people.open-already"));
    }

    @PostMapping("/{id}/reset")
    String reset(@PathVariable UUID id, @May(Right.KEEP_ACCOUNTS) Scope scope, RedirectAttributes redirect) {
        var link = resets.send(scope, people.kept(scope, id).orElseThrow(NotFound::new));
        return back(
                id,
                redirect,
                link == PasswordResets.Link.SENT ? Flash.success(link.messageKey()) : Flash.warn(link.messageKey()));
    }

    @PostMapping("/{id}/factors/forget")
    String forgetFactors(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            @May(Right.GRANT) Scope scope,
            RedirectAttributes redirect) {
        return back(
                id,
                redirect,
                Reason.fault(why)
                        .map(fault -> Flash.warn(fault.messageKey()))
                        .orElseGet(() -> told(factors.forget(scope, id, why.strip()), "access.people.factors.gone")));
    }

    static Flash told(TakenBack outcome, String done) {
        return outcome == TakenBack.DONE ? Flash.success(done) : Flash.warn(outcome.messageKey());
    }

    static String back(UUID person, RedirectAttributes redirect, Flash flash) {
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/desk/people/" + person;
    }
}
