package org.kepu.indicator.figure;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An indicator (指标) as data.
 *
 * @param id such as {@code teacher-training}; stays when the definition changes
 * @param name as a plan calls it
 * @param unit of its values: 名, 人次, 次, 个, %
 * @param span the window that a target of it usually has
 * @param note what one must know to read it; a rule of counting that a plan leaves open
 */
public record Definition(
        String id,
        String name,
        String unit,
        Span span,
        Method method,
        @Nullable String note) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,59}");

    /** The window over which it is usually read. */
    public enum Span {
        YEAR,
        SEMESTER,
        /** From the first day of the plan's period on. */
        PERIOD,
        /** How it stands on a day. */
        DAY;

        /** The key of its name on screen. */
        public String messageKey() {
            return "indicator.span." + name();
        }
    }

    public Definition {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an id has small letters, digits and hyphens: " + id);
        }
        if (name.isBlank() || name.length() > 80 || unit.isBlank() || unit.length() > 10) {
            throw new IllegalArgumentException("an indicator has a name and a unit");
        }
    }
}
