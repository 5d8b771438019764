package org.kepu.region.view;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * A change of a division as a clerk writes it down.
 *
 * @param name its new name, or that of the part that splits off
 * @param target the division that it goes to, or into
 * @param part the code of the part that splits off
 * @param going the codes of what goes with that part
 */
public record ChangeForm(
        @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate since,

        @NotBlank @Size(max = 100) @Nullable String basis,

        @Nullable String name,
        @Nullable String target,
        @Nullable String part,
        @Nullable List<String> going) {

    public static ChangeForm blank() {
        return new ChangeForm(null, "", "", "", "", List.of());
    }

    public String basisText() {
        return basis == null ? "" : basis.strip();
    }

    public String nameText() {
        return name == null ? "" : name.strip();
    }

    public String targetText() {
        return target == null ? "" : target.strip();
    }

    public String partText() {
        return part == null ? "" : part.strip();
    }

    public List<String> goingTexts() {
        return going == null ? List.of() : List.copyOf(going);
    }
}
