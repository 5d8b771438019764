package org.kepu.page;

import org.jspecify.annotations.Nullable;

/** What somebody typed, as it is kept: without blanks around it and without signs that steer and do not show. */
public final class Typed {

    private Typed() {}

    /** Empty where nothing was typed. Line breaks stay, each as one sign. */
    public static String clean(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\x{D800}-\\x{DFFF}]", "")
                        .strip();
    }

    /** The same on one line. */
    public static String line(@Nullable String text) {
        return clean(text).replaceAll("[\\n\\t]+", " ");
    }
}
