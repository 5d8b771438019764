package org.kepu.privacy.erasure;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kepu.privacy.PersonalData;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Erasures with their proofs, and the book of what was removed in time. */
@Controller
class ErasurePages {

    private final ErasingPersons erasing;
    private final Retention retention;
    private final Map<String, String> places;

    ErasurePages(ErasingPersons erasing, Retention retention, List<PersonalData> places) {
        this.erasing = erasing;
        this.retention = retention;
        this.places =
                places.stream().collect(Collectors.toUnmodifiableMap(PersonalData::source, PersonalData::messageKey));
    }

    @GetMapping("/desk/privacy/erasures")
    String erasures(@May(Right.KEEP_PRIVACY) Scope scope, Model model) {
        model.addAttribute("erasures", erasing.all(scope));
        model.addAttribute("removals", retention.book(scope));
        return "privacy/erasures";
    }

    @GetMapping("/desk/privacy/erasures/{id}")
    String erasure(@May(Right.KEEP_PRIVACY) Scope scope, @PathVariable UUID id, Model model) {
        model.addAttribute("erasure", erasing.find(scope, id));
        model.addAttribute("places", places);
        return "privacy/erasure";
    }

    /** Goes on at once with one that has not come to its end. */
    @PostMapping("/desk/privacy/erasures/{id}/run")
    String run(@May(Right.KEEP_PRIVACY) Scope scope, @PathVariable UUID id) {
        erasing.goOn(scope, id);
        return "redirect:/desk/privacy/erasures/" + id;
    }
}
