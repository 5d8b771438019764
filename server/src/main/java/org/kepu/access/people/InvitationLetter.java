package org.kepu.access.people;

import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kepu.access.Secret;
import org.kepu.notice.Channels;
import org.kepu.notice.Message;
import org.kepu.notice.Outbox;
import org.kepu.page.SiteAddress;
import org.kepu.shared.Actor;
import org.springframework.context.MessageSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The letter that asks somebody to join, and the secret in its link. */
@Component
class InvitationLetter {

    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

    private final Outbox outbox;
    private final Channels channels;
    private final MessageSource words;
    private final PasswordEncoder passwords;
    private final SiteAddress site;
    private final RandomGenerator chance;

    InvitationLetter(
            Outbox outbox,
            Channels channels,
            MessageSource words,
            PasswordEncoder passwords,
            SiteAddress site,
            RandomGenerator chance) {
        this.outbox = outbox;
        this.channels = channels;
        this.words = words;
        this.passwords = passwords;
        this.site = site;
        this.chance = chance;
    }

    Secret secret() {
        return Secret.random(chance);
    }

    /** The hash of a password that nobody ever sees. */
    String hashOfNothing() {
        return hash(Secret.random(chance).text());
    }

    String hash(String password) {
        return passwords.encode(password);
    }

    /** Where the link leads. */
    String link(Secret secret) {
        return site.of("/join/" + secret.text());
    }

    /** Whether a letter to this contact leaves the platform, and nobody here hands the link over. */
    boolean leaves(@Nullable Contact contact) {
        return contact != null && channels.leave(contact.channel());
    }

    void send(UUID account, Contact contact, Secret secret, Actor by) {
        outbox.send(new Message(
                contact.channel(),
                contact.to(),
                say("access.invite.letter.subject"),
                say("access.invite.letter.text", by.name(), link(secret)),
                account,
                true));
    }

    /** Why a role is wished for, where it comes with an invitation. */
    String why() {
        return say("access.invite.wish");
    }

    String withdrawn() {
        return say("access.invite.withdrawn.why");
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, LANGUAGE);
    }
}
