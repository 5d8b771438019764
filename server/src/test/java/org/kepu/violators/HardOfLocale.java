package org.kepu.violators;

import java.util.function.UnaryOperator;

/** Changes the case of letters as the machine's locale has it. */
public final class HardOfLocale {
    String quiet(String text) {
        return text.toLowerCase();
    }

    public static final class ByReference {
        UnaryOperator<String> loud() {
            return String::toUpperCase;
        }
    }
}
