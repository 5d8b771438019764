package org.kepu.violators;

/** Changes the case of letters as the machine's locale has it. */
public final class HardOfLocale {
    String quiet(String text) {
        return text.toLowerCase();
    }

    public static final class ByReference {
        java.util.function.UnaryOperator<String> loud() {
            return String::toUpperCase;
        }
    }
}
