package org.kepu.privacy.me;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kepu.privacy.request.Request;

/** A request as a person writes it. */
public record AskForm(
        @NotNull(message = "{privacy.ask.kind.missing}") Request.@Nullable Kind kind,

        @Size(max = 100, message = "{privacy.ask.contact.long}")
        String contact,

        @Size(max = 1000, message = "{privacy.ask.words.long}")
        String words) {

    public AskForm(Request.@Nullable Kind kind, @Nullable String contact, @Nullable String words) {
        this.kind = kind;
        this.contact = contact == null ? "" : contact.strip();
        this.words = words == null ? "" : words.strip();
    }

    @Override
    public String toString() {
        return "AskForm";
    }
}
