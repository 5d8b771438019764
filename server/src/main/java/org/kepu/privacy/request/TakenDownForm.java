package org.kepu.privacy.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** A request as the desk takes it down for somebody who calls, writes or comes in. */
public record TakenDownForm(
        @NotNull(message = "{privacy.ask.kind.missing}") Request.@Nullable Kind kind,

        @NotNull(message = "{privacy.desk.channel.missing}") Request.@Nullable Channel channel,

        @NotBlank(message = "{privacy.desk.name.missing}") @Size(max = 40, message = "{privacy.desk.name.long}")
        String name,

        @NotBlank(message = "{privacy.desk.contact.missing}") @Size(max = 100, message = "{privacy.ask.contact.long}")
        String contact,

        @Size(max = 1000, message = "{privacy.ask.words.long}")
        String words,

        @NotNull(message = "{privacy.desk.received.missing}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate received) {

    public TakenDownForm(
            Request.@Nullable Kind kind,
            Request.@Nullable Channel channel,
            @Nullable String name,
            @Nullable String contact,
            @Nullable String words,
            @Nullable LocalDate received) {
        this.kind = kind;
        this.channel = channel;
        this.name = name == null ? "" : name.strip();
        this.contact = contact == null ? "" : contact.strip();
        this.words = words == null ? "" : words.strip();
        this.received = received;
    }

    static TakenDownForm empty(LocalDate today) {
        return new TakenDownForm(null, Request.Channel.PHONE, "", "", "", today);
    }

    @Override
    public String toString() {
        return "TakenDownForm";
    }
}
