package org.kepu.plandoc.source;

import java.util.ArrayDeque;
import java.util.Deque;

/** Drops the codes of the fields of a Word 97 paragraph and keeps their results. */
final class FieldCodes {
    private static final char BEGIN = 0x13;
    private static final char SEPARATE = 0x14;
    private static final char END = 0x15;
    private static final char CELL_END = 0x07;
    private static final char LINE_BREAK = 0x0B;
    private static final char PAGE_BREAK = 0x0C;
    private static final char HYPHEN = 0x1E;

    private final Deque<Boolean> inCode = new ArrayDeque<>();

    String shown(String run) {
        var shown = new StringBuilder(run.length());
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            switch (c) {
                case BEGIN -> inCode.push(true);
                case SEPARATE -> {
                    if (!inCode.isEmpty()) {
                        inCode.pop();
                        inCode.push(false);
                    }
                }
                case END -> inCode.poll();
                default -> {
                    if (!inCode.contains(true)) {
                        append(c, shown);
                    }
                }
            }
        }
        return shown.toString();
    }

    private static void append(char c, StringBuilder shown) {
        switch (c) {
            case LINE_BREAK, PAGE_BREAK -> shown.append('\n');
            case HYPHEN -> shown.append('-');
            case CELL_END, '\r' -> {}
            default -> shown.append(c);
        }
    }
}
