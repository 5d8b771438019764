package org.kepu.people.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.KUNDULUN;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kepu.people.GivenService;
import org.kepu.shared.BodyId;
import org.springframework.validation.BeanPropertyBindingResult;

/** What is chosen is what was understood, not what was sent. */
class TourFormTest {

    private static List<String> wrong(String... banners) {
        var given = GivenTours.form(Programme.EXPERTS, new BodyId(new UUID(0, 1)), BAOTOU, KUNDULUN);
        var form = new TourForm(
                given.id(),
                given.programme(),
                given.region(),
                given.title(),
                given.body(),
                given.first(),
                given.last(),
                given.criteria(),
                given.topic(),
                List.of(banners),
                0);
        var errors = new BeanPropertyBindingResult(form, "form");
        form.check(GivenService.today(), errors);
        return errors.getFieldErrors().stream()
                .map(error -> error.getField() + " " + error.getCode())
                .toList();
    }

    @Test
    void what_is_no_code_is_no_banner() {
        assertThat(wrong()).containsExactly("banners people.wrong.banners");
        assertThat(wrong("xyz")).containsExactly("banners people.not-planned.NO_BANNER");
        assertThat(wrong(KUNDULUN.value(), "xyz")).containsExactly("banners people.not-planned.NO_BANNER");
        assertThat(wrong(KUNDULUN.value())).isEmpty();
    }
}
