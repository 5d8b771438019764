package org.kepu.ledger.evaluation;

import org.kepu.page.Attachment;
import org.springframework.http.ResponseEntity;

/** Documents to take away. */
public final class Downloads {

    private Downloads() {}

    /** A document, written whole. */
    public record Document(String title, byte[] bytes) {}

    public static ResponseEntity<byte[]> word(Document document) {
        return Attachment.WORD.named(document.title()).body(document.bytes());
    }

    public static ResponseEntity<byte[]> pdf(Document document) {
        return Attachment.PDF.named(document.title()).body(document.bytes());
    }
}
