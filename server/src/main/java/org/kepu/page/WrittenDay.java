package org.kepu.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Days as people write them where a browser shows no calendar: 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305. */
@Component
class WrittenDay implements Converter<String, LocalDate> {

    private static final Pattern APART = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    /** @throws java.time.DateTimeException if it is no day */
    @Override
    @SuppressWarnings("NullAway") // none was written; the interface allows it, its annotation does not say so
    public @Nullable LocalDate convert(String written) {
        var text = written.strip();
        if (text.isEmpty()) {
            return null;
        }
        var parts = APART.matcher(text);
        return parts.matches()
                ? LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)))
                : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
