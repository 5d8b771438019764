package org.kepu.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kepu.paper.pdf.GivenFonts;

class PdfPaperTest {

    private final Papers papers = new Papers(GivenFonts.ofTheSystem());

    @Test
    void draws() throws IOException {
        var out = new ByteArrayOutputStream();
        papers.pdf(GivenPapers.report(), out);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/report.pdf"), out.toByteArray());
        var word = new ByteArrayOutputStream();
        papers.word(GivenPapers.report(), word);
        Files.write(Path.of("target/papers/report.docx"), word.toByteArray());
        assertThat(out.size()).isPositive();
    }
}
