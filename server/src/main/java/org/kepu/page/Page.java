package org.kepu.page;

import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Right;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.validation.Errors;
import org.springframework.web.util.UriUtils;

/**
 * What every template needs to know of the page being shown: its words, its look, and who reads it.
 *
 * @param path the request's path, for marking the current door
 * @param here path and query, for coming back to this page
 * @param reader the name of the person signed in, if any
 * @param inPlaceOf the person for whom the reader acts, if they do
 * @param portal the doors of the portal that have a page behind them
 * @param desk the doors of the desk that have a page behind them
 * @param rights what the reader may do somewhere
 * @param flash what has just been done
 */
public record Page(
        MessageSource messages,
        Site site,
        Look look,
        String path,
        String here,
        Optional<String> reader,
        Optional<String> inPlaceOf,
        Optional<CsrfToken> csrf,
        List<Door> portal,
        List<Door> desk,
        Set<Right> rights,
        Optional<Flash> flash) {

    /** The sentence under this key in the reader's language; {0}, {1} … are filled with the arguments. */
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /** Whether the reader may do this somewhere: what nobody here can press is not shown. */
    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Whether the reader may have deputies or be one: the three administrators neither do nor are (三员分立). */
    public boolean hasDeputies() {
        return !may(Right.KEEP_ACCOUNTS) && !may(Right.GRANT) && !may(Right.READ_TRAIL);
    }

    public Locale locale() {
        return look.locale();
    }

    /** The name of this site: the setting, or the product's own. */
    public String siteName() {
        return site.name().orElseGet(() -> say("site.name"));
    }

    /** A number as it is written: 54,000. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** A day as it is written: 2026年3月5日. */
    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()));
    }

    /** A moment as it is written: 2026年3月5日 14:05, by the clock of Asia/Shanghai. */
    public String moment(Instant moment) {
        var there = moment.atZone(ZoneId.of("Asia/Shanghai"));
        return day(there.toLocalDate()) + " "
                + DateTimeFormatter.ofPattern("HH:mm").format(there);
    }

    /** What is wrong with this field of the form, if anything. */
    public @Nullable String problem(@Nullable Errors errors, String field) {
        var error = errors == null ? null : errors.getFieldError(field);
        return error == null ? null : messages.getMessage(error, locale());
    }

    /** The address that changes one thing about the look and comes back here. */
    public String switchTo(String what, String value) {
        return "/look?" + what + "=" + value + "&back=" + UriUtils.encode(here, StandardCharsets.UTF_8);
    }
}
