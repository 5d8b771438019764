package org.kepu.privacy.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How a request is answered: done or refused, and in which words. */
public record AnswerForm(
        @NotNull(message = "{privacy.answer.state.missing}") Request.@Nullable State state,

        @NotBlank(message = "{privacy.answer.words.missing}") @Size(max = 1000, message = "{privacy.ask.words.long}")
        String words) {

    public AnswerForm(Request.@Nullable State state, @Nullable String words) {
        this.state = state == Request.State.OPEN ? null : state;
        this.words = words == null ? "" : words.strip();
    }

    @Override
    public String toString() {
        return "AnswerForm";
    }
}
