package org.kepu.paper;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.kepu.page.Attachment;
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
        return Attachment.PDF.named(name).body(out.toByteArray());
    }

    /**
     * Several in one file, to be printed in one go.
     *
     * @param name of the file, without its ending
     */
    public ResponseEntity<byte[]> pdf(List<Paper> all, String name) {
        var out = new ByteArrayOutputStream();
        papers.pdf(all, out);
        return Attachment.PDF.named(name).body(out.toByteArray());
    }

    /** @param name of the file, without its ending */
    public ResponseEntity<byte[]> word(Paper paper, String name) {
        var out = new ByteArrayOutputStream();
        papers.word(paper, out);
        return Attachment.WORD.named(name).body(out.toByteArray());
    }
}
