package org.kepu.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.kepu.paper.pdf.Fonts;
import org.kepu.paper.pdf.NoFont;
import org.kepu.paper.pdf.PdfPaper;
import org.kepu.paper.word.WordPaper;
import org.springframework.stereotype.Component;

/** Writes papers. The two renderings say the same in the same order; neither is made from the other. */
@Component
public class Papers {

    /** What a response with the file says it is. */
    public static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static final String PDF = "application/pdf";

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
}
