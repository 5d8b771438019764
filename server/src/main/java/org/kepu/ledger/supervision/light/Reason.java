package org.kepu.ledger.supervision.light;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.kepu.page.Page;
import org.springframework.context.MessageSource;

/**
 * Why a light burns as it does.
 *
 * @param key the sentence's key
 * @param arguments days and words that fill it
 * @param path where what is behind it opens; empty where the reader may not open it
 */
public record Reason(Cause cause, Light light, String key, List<Object> arguments, String path) {
    public Reason {
        arguments = List.copyOf(arguments);
    }

    static Reason of(Cause cause, Light light, String path, Object... arguments) {
        return new Reason(cause, light, "supervision.reason." + cause, List.of(arguments), path);
    }

    /** The sentence in the reader's language. */
    public String said(Page page) {
        return said(page.messages(), page.locale());
    }

    /** The sentence in a language. */
    public String said(MessageSource words, Locale language) {
        return words.getMessage(
                key, arguments.stream().map(one -> written(one, language)).toArray(), language);
    }

    private static Object written(Object one, Locale language) {
        return one instanceof LocalDate day
                ? day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language))
                : one;
    }
}
