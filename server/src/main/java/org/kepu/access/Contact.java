package org.kepu.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.notice.Channels;
import org.kepu.notice.Message.Channel;
import org.kepu.vault.Vault;

/**
 * A telephone number or mail address at which a citizen can be reached.
 *
 * @param plain one spelling for each: digits alone, or small letters
 */
record Contact(Channel channel, String plain) {

    static final String PHONE_FIELD = "access.account.phone";

    /** Mobile numbers of the mainland: eleven digits, the first of them 1. */
    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}");

    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>,;:\"]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,8}");

    static Optional<Contact> read(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        var digits = text.replaceAll("[\\s-]", "").replaceFirst("^(\\+|00)86", "");
        if (PHONE.matcher(digits).matches()) {
            return Optional.of(new Contact(Channel.SMS, digits));
        }
        return text.length() <= 254 && MAIL.matcher(text).matches()
                ? Optional.of(new Contact(Channel.MAIL, text))
                : Optional.empty();
    }

    boolean isPhone() {
        return channel == Channel.SMS;
    }

    /** The key of the sentence that says why no code arrives there; null where messages leave the platform. */
    @Nullable
    String stays(Channels channels) {
        if (channels.leave(channel)) {
            return null;
        }
        return isPhone() ? "access.citizen.code.stays.phone" : "access.citizen.code.stays.mail";
    }

    /** The column of an account that it is in. */
    String column() {
        return isPhone() ? "phone" : "mail";
    }

    /** The name under which it is sealed there. */
    String field() {
        return isPhone() ? PHONE_FIELD : Accounts.MAIL;
    }

    /** By which it is found again. */
    String fingerprint(Vault vault) {
        return vault.fingerprint(field(), plain);
    }

    /** As much of it as its owner needs to know it again: 138****5678, b***@x.cn. */
    String masked() {
        return isPhone()
                ? plain.substring(0, 3) + "****" + plain.substring(7)
                : plain.charAt(0) + "***" + plain.substring(plain.indexOf('@'));
    }

    @Override
    public String toString() {
        return "Contact[" + masked() + "]";
    }
}
