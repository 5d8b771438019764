package org.kepu.privacy.me;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kepu.privacy.Dependants;

/** A child as the guardian enters it. */
public record FamilyForm(
        @NotBlank(message = "{privacy.family.name.missing}")
        @Size(max = Dependants.LONGEST_NAME, message = "{privacy.family.name.long}")
        String name,

        @NotBlank(message = "{privacy.family.birth.missing}")
        String birth,

        @NotBlank(message = "{privacy.family.agree.missing}")
        String agree) {

    public FamilyForm(@Nullable String name, @Nullable String birth, @Nullable String agree) {
        this.name = name == null ? "" : name.strip();
        this.birth = birth == null ? "" : birth.strip();
        this.agree = agree == null ? "" : agree.strip();
    }

    @Override
    public String toString() {
        return "FamilyForm";
    }
}
