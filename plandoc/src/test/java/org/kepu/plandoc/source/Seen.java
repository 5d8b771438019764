package org.kepu.plandoc.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kepu.plandoc.SourceText;

/** A source text as a list of lines to compare: bold in stars, headings with their level, a row in bars, merged as ^. */
final class Seen {
    private Seen() {}

    static List<String> in(byte[] content, String fileName) throws Refusal {
        return of(new SourceReader().read(content, fileName));
    }

    static List<String> of(SourceText source) {
        var seen = new ArrayList<String>();
        for (var block : source.blocks()) {
            switch (block) {
                case SourceText.Paragraph line -> {
                    var level = line.outlineLevel() == 0 ? "" : "H" + line.outlineLevel() + " ";
                    var bold = line.bold() ? "*" : "";
                    seen.add(level + bold + source.of(line.at()) + bold);
                }
                case SourceText.Table table ->
                    table.rows()
                            .forEach(row -> seen.add(row.cells().stream()
                                    .map(cell -> cell.continued()
                                            ? "^"
                                            : source.of(cell.at()).replace("\n", "/"))
                                    .collect(Collectors.joining("|", "|", "|"))));
            }
        }
        return seen;
    }
}
