package org.kepu.plandoc.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Reads a PDF page by page: its lines from top to bottom, its ruled tables as grids. */
final class PdfPages {
    static {
        FontMappers.set(new NoSystemFonts());
    }

    private PdfPages() {}

    static List<Piece> read(byte[] content, Budget budget) throws Refusal {
        try (var document = Loader.loadPDF(content)) {
            return pieces(document, budget);
        } catch (InvalidPasswordException locked) {
            throw Refusal.unreadable("文件已加密，请去掉密码后再试");
        } catch (IOException damaged) {
            throw Refusal.unreadable("文件已损坏：PDF 不完整，无法读取");
        } catch (PdfCanvas.Overrun overrun) {
            throw overrun.refusal();
        }
    }

    private static List<Piece> pieces(PDDocument document, Budget budget) throws IOException, Refusal {
        int pages = document.getNumberOfPages();
        if (pages > Limits.PDF_PAGES) {
            throw Refusal.unreadable("PDF 有" + pages + "页，远超一份实施方案的篇幅，不予读取");
        }
        var joint = new PageJoint();
        boolean hasText = false;
        for (var page : document.getPages()) {
            budget.checkTime();
            var canvas = new PdfCanvas(page, budget);
            canvas.paint();
            hasText |= !canvas.glyphs().isEmpty();
            joint.add(PdfLayout.of(canvas.glyphs(), canvas.rules()));
        }
        if (!hasText) {
            throw Refusal.unreadable("PDF 没有文字层，可能是扫描件；请先做文字识别，或改用 Word 文件");
        }
        return new ArrayList<>(joint.pieces());
    }
}
