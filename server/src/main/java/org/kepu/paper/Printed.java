package org.kepu.paper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Papers to print, as a browser fetches them; PDF to print as it is, Word to change before. */
@Component
public class Printed {

    private final Papers papers;

    Printed(Papers papers) {
        this.papers = papers;
    }

    /** @param name of the file, without its ending */
    public ResponseEntity<byte[]> pdf(Paper paper, String name) {
        var out = new ByteArrayOutputStream();
        papers.pdf(paper, out);
        return file(out.toByteArray(), Papers.PDF, name + ".pdf");
    }

    /**
     * Several in one file, to be printed in one go.
     *
     * @param name of the file, without its ending
     */
    public ResponseEntity<byte[]> pdf(List<Paper> all, String name) {
        var out = new ByteArrayOutputStream();
        papers.pdf(all, out);
        return file(out.toByteArray(), Papers.PDF, name + ".pdf");
    }

    /** @param name of the file, without its ending */
    public ResponseEntity<byte[]> word(Paper paper, String name) {
        var out = new ByteArrayOutputStream();
        papers.word(paper, out);
        return file(out.toByteArray(), Papers.WORD, name + ".docx");
    }

    private static ResponseEntity<byte[]> file(byte[] content, String type, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
