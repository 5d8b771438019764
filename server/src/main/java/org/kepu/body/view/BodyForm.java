package org.kepu.body.view;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kepu.body.BodyKind;

/** A body as a clerk writes it down. Without a kind the name tells it. */
public record BodyForm(
        @NotBlank @Nullable String region,
        @NotNull @Size(min = 2, max = 100) @Nullable String name,
        @Nullable BodyKind kind,
        @Nullable String alias) {

    public String nameText() {
        return name == null ? "" : name.strip();
    }

    public String regionText() {
        return region == null ? "" : region.strip();
    }

    public String aliasText() {
        return alias == null ? "" : alias.strip();
    }
}
