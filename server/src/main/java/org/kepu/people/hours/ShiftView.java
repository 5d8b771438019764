package org.kepu.people.hours;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.NotFound;
import org.kepu.people.ServiceChoices;
import org.kepu.people.ServiceTerms;
import org.kepu.people.Typed;
import org.kepu.people.points.Appeals;
import org.kepu.people.team.Member;
import org.kepu.people.team.Members;
import org.kepu.people.team.Teams;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the desk shows of the shifts of a team, and of one of them. */
@Component
class ShiftView {

    private final Teams teams;
    private final Members members;
    private final Shifts shifts;
    private final Appeals appeals;
    private final ServiceTerms terms;
    private final ServiceChoices choices;
    private final Clock clock;

    ShiftView(
            Teams teams,
            Members members,
            Shifts shifts,
            Appeals appeals,
            ServiceTerms terms,
            ServiceChoices choices,
            Clock clock) {
        this.teams = teams;
        this.members = members;
        this.shifts = shifts;
        this.appeals = appeals;
        this.terms = terms;
        this.choices = choices;
        this.clock = clock;
    }

    /** @param typed what comes back with what is wrong with it; null if nothing was typed */
    String all(Scope scope, UUID team, @Nullable Typed typed, Model model) {
        model.addAttribute("team", teams.find(scope, team).orElseThrow(NotFound::new));
        model.addAttribute("shifts", shifts.of(scope, team));
        model.addAttribute("appeals", appeals.of(scope, team));
        model.addAttribute("terms", terms);
        model.addAttribute("now", clock.instant());
        model.addAttribute("typed", typed);
        return "people/shifts";
    }

    /** @param typed what comes back with what is wrong with it; null if nothing was typed */
    String one(Scope scope, UUID shift, @Nullable Typed typed, Model model) {
        var of = shifts.find(scope, shift).orElseThrow(NotFound::new);
        var duties = shifts.duties(scope, shift);
        model.addAttribute("shift", of);
        model.addAttribute("duties", duties);
        model.addAttribute("others", others(scope, of, duties));
        model.addAttribute("where", choices.way(of.region()));
        model.addAttribute("terms", terms);
        model.addAttribute("now", clock.instant());
        model.addAttribute("typed", typed);
        return "people/shift";
    }

    /** Those of the team who do not take part. */
    private List<Member> others(Scope scope, Shift shift, List<Duty> duties) {
        return members.of(scope, shift.team()).stream()
                .filter(member -> member.state() == Member.State.IN)
                .filter(member -> duties.stream()
                        .noneMatch(duty ->
                                duty.person().id().equals(member.person().id())
                                        && duty.state() != Duty.State.GIVEN_BACK))
                .toList();
    }
}
