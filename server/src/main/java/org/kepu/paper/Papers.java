package org.kepu.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.kepu.paper.pdf.Fonts;
import org.kepu.paper.pdf.NoFont;
import org.kepu.paper.pdf.PdfPaper;
import org.kepu.paper.word.WordPaper;
import org.springframework.stereotype.Component;

/** Writes papers. The two renderings say the same in the same order; neither is made from the other. */
@Component
public class Papers {

    private final Fonts fonts;

    Papers(Fonts fonts) {
        this.fonts = fonts;
    }

    /** Writes the paper as Word (.docx); the stream stays open. */
    public void word(Paper paper, OutputStream out) {
        try {
            new WordPaper(out).write(paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the paper as PDF, with its fonts; the stream stays open.
     *
     * @throws NoFont if no font with Chinese characters is there; nothing has been written then
     */
    public void pdf(Paper paper, OutputStream out) {
        try {
            new PdfPaper(fonts).write(paper, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes papers into one PDF, each from a page of its own, to be printed in one go; the stream stays open.
     *
     * @throws NoFont if no font with Chinese characters is there; nothing has been written then
     */
    public void pdf(List<Paper> papers, OutputStream out) {
        var heap = new PDFMergerUtility();
        for (var paper : papers) {
            var one = new ByteArrayOutputStream();
            pdf(paper, one);
            heap.addSource(new RandomAccessReadBuffer(one.toByteArray()));
        }
        heap.setDestinationStream(out);
        try {
            heap.mergeDocuments(IOUtils.createTempFileOnlyStreamCache());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
