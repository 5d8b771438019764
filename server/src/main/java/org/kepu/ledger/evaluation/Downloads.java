package org.kepu.ledger.evaluation;

import java.nio.charset.StandardCharsets;
import org.kepu.paper.Papers;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Documents to take away. */
public final class Downloads {

    private Downloads() {}

    /** A document, written whole. */
    public record Document(String title, byte[] bytes) {}

    public static ResponseEntity<byte[]> word(Document document) {
        return saved(document, ".docx", Papers.WORD);
    }

    public static ResponseEntity<byte[]> pdf(Document document) {
        return saved(document, ".pdf", Papers.PDF);
    }

    private static ResponseEntity<byte[]> saved(Document document, String ending, String type) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.title() + ending, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(document.bytes());
    }
}
