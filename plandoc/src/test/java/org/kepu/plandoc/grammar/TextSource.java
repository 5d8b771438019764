package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import org.kepu.plandoc.SourceText;
import org.kepu.plandoc.SourceText.Block;
import org.kepu.plandoc.SourceText.Paragraph;
import org.kepu.plandoc.Span;

/** A plain text as the reader gives it: one paragraph for each line that is not blank. **A line like this** is bold. */
final class TextSource {
    private TextSource() {}

    static SourceText of(String text) {
        var blocks = new ArrayList<Block>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            if (!text.substring(from, end).isBlank()) {
                boolean bold = text.startsWith("**", from) && text.startsWith("**", end - 2);
                blocks.add(new Paragraph(bold ? new Span(from + 2, end - 2) : new Span(from, end), bold, 0));
            }
            from = end + 1;
        }
        return new SourceText(text, blocks);
    }
}
