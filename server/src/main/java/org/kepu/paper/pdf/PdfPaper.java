package org.kepu.paper.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;
import org.kepu.paper.Paper;
import org.kepu.paper.setting.Block;
import org.kepu.paper.setting.Blocks;
import org.kepu.paper.setting.Sheet;
import org.kepu.paper.setting.Style;
import org.kepu.shared.QrCode;

/** Writes a paper as PDF: pages set by the format's own measures, with text that can be found and bookmarks. */
public final class PdfPaper {

    private static final int RED = 0xC00000;
    private static final int BLACK = 0x000000;
    private static final double RED_LINE = 1.6;

    /** The text after something that must not stand last on a page. */
    private static final double TWO_LINES = 58;

    private final Fonts fonts;

    public PdfPaper(Fonts fonts) {
        this.fonts = fonts;
    }

    /**
     * @throws NoFont before anything is written
     */
    public void write(Paper paper, OutputStream out) throws IOException {
        var blocks = Blocks.of(paper);
        var signs = new Signs(fonts);
        signs.prepare(blocks);
        try (var document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            var pages = new Pages(document, signs);
            for (int i = 0; i < blocks.size(); i++) {
                write(blocks.get(i), i + 1 < blocks.size() ? blocks.get(i + 1) : null, pages);
            }
            pages.finish();
            signs.finish(document);
            describe(document, paper);
            document.save(out);
        }
    }

    private static void write(Block block, @Nullable Block next, Pages pages) throws IOException {
        switch (block) {
            case Block.Line line -> line(line, next, pages);
            case Block.Mark mark -> mark(mark, pages);
            case Block.Room room -> pages.skip(room.lines() * Style.TEXT.pitch());
            case Block.RedLine red -> {
                pages.skip(4);
                var ink = pages.ink();
                var sheet = pages.sheet();
                ink.colour(RED);
                ink.line(sheet.left(), pages.y(), sheet.left() + sheet.textWidth(), pages.y(), RED_LINE);
                ink.colour(BLACK);
                pages.skip(Style.TEXT.pitch());
            }
            case Block.Rows rows -> new PdfTable(rows.table(), pages).write();
            case Block.Drawing drawing -> new PdfChart(drawing.chart(), pages).write();
            case Block.Code code -> code(code.picture(), pages);
            case Block.NewSheet sheet -> pages.turn(Sheet.of(sheet.wide()));
        }
    }

    /** In squares of whole points, between which no hairline shows. */
    private static void code(QrCode picture, Pages pages) throws IOException {
        double unit = Math.max(1, Math.floor(Block.Code.SIDE / picture.size()));
        pages.hold(unit * picture.size());
        picture.dark().stream()
                .forEach(i -> pages.ink()
                        .box(
                                pages.sheet().left() + i % picture.size() * unit,
                                pages.y() + i / picture.size() * unit,
                                unit,
                                unit));
        pages.skip(unit * picture.size());
    }

    private static void mark(Block.Mark mark, Pages pages) {
        var signs = pages.signs().of(Style.MARK.face(), mark.words());
        pages.skip(Style.MARK.before());
        double free = pages.sheet().textWidth() - Signs.width(signs, mark.size());
        pages.ink().colour(RED);
        pages.ink().text(signs, pages.sheet().left() + free / 2, pages.baseline(Style.MARK), mark.size(), 0);
        pages.ink().colour(BLACK);
        pages.skip(Style.MARK.pitch());
    }

    private static void line(Block.Line block, @Nullable Block next, Pages pages) throws IOException {
        var style = block.style();
        double width = pages.sheet().textWidth();
        double right = block.rightIndent() * style.size();
        double indent = style.indent() * style.size();
        boolean justified = style.align() == Style.Align.JUSTIFY;
        var lines = block.words()
                .lines()
                .flatMap(words ->
                        Breaking.lines(
                                pages.signs().of(style.face(), words), style.size(), width - right, indent, justified)
                                .stream())
                .toList();
        pages.skipUnlessAtTop(style.before());
        double needed = style.leads()
                ? lines.size() * style.pitch() + PdfTable.height(next, pages, TWO_LINES)
                : Math.min(2, lines.size()) * style.pitch();
        pages.hold(Math.min(needed, pages.sheet().textHeight()));
        if (style.outline() > 0) {
            pages.bookmark(style.outline(), block.words().replace("\n", ""));
        }
        for (int i = 0; i < lines.size(); i++) {
            pages.hold(style.pitch());
            set(lines.get(i), style, i == 0 ? indent : 0, width - right, pages);
            pages.skip(style.pitch());
        }
    }

    private static void set(Breaking.SetLine line, Style style, double indent, double width, Pages pages) {
        double free = width - indent - line.width();
        double x = pages.sheet().left()
                + switch (style.align()) {
                    case LEFT, JUSTIFY -> indent;
                    case CENTER -> free / 2;
                    case RIGHT -> free;
                };
        double spread = style.align() == Style.Align.JUSTIFY ? spread(line, free, style.size()) : 0;
        pages.ink().text(line.signs(), x, pages.baseline(style), style.size(), spread);
    }

    /** Full lines end at the edge; a line with little on it is left as it is. */
    private static double spread(Breaking.SetLine line, double free, double size) {
        if (line.last() && free >= 0) {
            return 0;
        }
        var signs = line.signs();
        int gaps = 0;
        for (int i = 0; i + 1 < signs.size(); i++) {
            if (!(signs.get(i).latin() && signs.get(i + 1).latin())) {
                gaps++;
            }
        }
        double each = gaps == 0 ? 0 : free / gaps;
        return each > size / 4 ? 0 : each;
    }

    private static void describe(PDDocument document, Paper paper) {
        var about = new PDDocumentInformation();
        about.setTitle(Blocks.clean(paper.title().replace("\n", "")));
        about.setAuthor(Blocks.clean(paper.signer()));
        about.setSubject(Blocks.clean(paper.number()));
        document.setDocumentInformation(about);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage("zh-CN");
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        document.setDocumentId(List.of(paper.title(), paper.number()).hashCode() * 1L);
    }
}
