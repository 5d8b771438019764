package org.kepu.plandoc.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One paragraph of a Word document in the making. */
final class WordParagraph {
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> boxes = new ArrayList<>();

    /** For each open field whether the cursor is still in its code, which nobody sees. */
    private final Deque<Boolean> inCode = new ArrayDeque<>();

    private @Nullable String style;
    private int outlineLevel;
    private String number = "";
    private boolean isUnended;
    private boolean hasLight;

    void begin() {
        isUnended = false;
    }

    void format(@Nullable String style, int outlineLevel, String number, boolean isUnended) {
        this.style = style;
        this.outlineLevel = outlineLevel;
        this.number = text.isEmpty() ? number : this.number;
        this.isUnended = isUnended;
    }

    @Nullable
    String style() {
        return style;
    }

    /** The content of text boxes anchored here; it follows the paragraph. */
    List<Piece> boxes() {
        return boxes;
    }

    boolean isUnended() {
        return isUnended;
    }

    void field(String mark) {
        switch (mark) {
            case "begin" -> inCode.push(true);
            case "separate" -> {
                if (!inCode.isEmpty()) {
                    inCode.pop();
                    inCode.push(false);
                }
            }
            case "end" -> inCode.poll();
            default -> {}
        }
    }

    void add(String words, boolean isBold, boolean isHidden) {
        if (isHidden || inCode.contains(true)) {
            return;
        }
        text.append(words);
        hasLight |= !isBold && !words.isBlank();
    }

    void end(List<Piece> into) {
        var words = Characters.visible(text.toString());
        into.add(new Piece.Line(words.isBlank() ? "" : number + words, !words.isBlank() && !hasLight, outlineLevel));
        into.addAll(boxes);
    }
}
