package org.kepu.privacy.erasure;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kepu.page.NotFound;
import org.kepu.privacy.PersonalData;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The proof for the person who was erased: its address is the only key, and it names nobody. */
@Controller
class ProofPages {

    private final ErasingPersons erasing;
    private final Map<String, String> places;

    ProofPages(ErasingPersons erasing, List<PersonalData> places) {
        this.erasing = erasing;
        this.places =
                places.stream().collect(Collectors.toUnmodifiableMap(PersonalData::source, PersonalData::messageKey));
    }

    @GetMapping("/privacy/proofs/{id}")
    String proof(@PathVariable UUID id, Model model) {
        model.addAttribute("erasure", erasing.proof(id).orElseThrow(NotFound::new));
        model.addAttribute("places", places);
        return "privacy/proof";
    }
}
