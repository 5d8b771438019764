package org.kepu.plandoc.source;

import java.util.ArrayList;
import java.util.List;

/** The running text of a page in the making: words are gathered into a line until a block ends it. */
final class HtmlFlow {
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean hasLight;

    void add(String words, boolean isBold, boolean isPreformatted) {
        int before = line.length();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean isSpace = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (!isSpace || isPreformatted) {
                line.append(c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        hasLight |= !isBold && !line.substring(before).isBlank();
    }

    void end(int outlineLevel) {
        var words = Characters.visible(line.toString()).stripTrailing();
        if (!words.isBlank()) {
            pieces.add(new Piece.Line(words, !hasLight, outlineLevel));
        }
        line.setLength(0);
        hasLight = false;
    }

    void add(List<Piece> whole) {
        pieces.addAll(whole);
    }

    List<Piece> pieces() {
        end(0);
        return pieces;
    }
}
