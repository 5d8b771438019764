package org.kepu.people.expert;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.NotFound;
import org.kepu.people.ServiceChoices;
import org.kepu.people.Typed;
import org.kepu.people.tour.Tours;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the desk shows of an expert. */
@Component
class ExpertView {

    private final Experts experts;
    private final InvitingExperts inviting;
    private final Tours tours;
    private final Fields fields;
    private final ServiceChoices choices;
    private final Clock clock;

    ExpertView(
            Experts experts,
            InvitingExperts inviting,
            Tours tours,
            Fields fields,
            ServiceChoices choices,
            Clock clock) {
        this.experts = experts;
        this.inviting = inviting;
        this.tours = tours;
        this.fields = fields;
        this.choices = choices;
        this.clock = clock;
    }

    /** @param typed what comes back with what is wrong with it; null if nothing was typed */
    String one(Scope scope, UUID expert, @Nullable Typed typed, Model model) {
        var found = experts.find(scope, expert).orElseThrow(NotFound::new);
        model.addAttribute("expert", found);
        model.addAttribute("recusals", experts.recusals(scope, expert));
        var invitations = inviting.of(scope, expert);
        model.addAttribute("invitations", invitations);
        model.addAttribute(
                "tours",
                tours.seen(
                        scope,
                        invitations.stream()
                                .flatMap(one -> Optional.ofNullable(one.tour()).stream())
                                .toList()));
        model.addAttribute("bodies", choices.bodies(scope));
        model.addAttribute("where", choices.way(found.region()));
        model.addAttribute("fields", fields);
        model.addAttribute("today", scope.day());
        model.addAttribute("now", clock.instant());
        model.addAttribute("typed", typed);
        return "people/expert";
    }
}
