package org.kepu.ledger.work.yearly;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.kepu.page.Typed;

/**
 * A section as it was typed.
 *
 * @param version of the section that was shown
 */
public record SectionForm(
        int version,

        @NotBlank(message = "{work.plan.heading.missing}")
        @Size(max = Section.LONGEST_HEADING, message = "{work.plan.heading.long}")
        String heading,

        @Size(max = Section.LONGEST_TEXT, message = "{work.plan.text.long}")
        String text) {

    public SectionForm {
        heading = Typed.line(heading);
        text = Typed.clean(text);
    }
}
