package org.kepu.ledger.evaluation;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.kepu.page.Flash;
import org.kepu.paper.Papers;
import org.kepu.paper.pdf.NoFont;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Documents to take away. */
public final class Downloads {

    private Downloads() {}

    /** A document, written whole. */
    public record Document(String title, byte[] bytes) {}

    public static ResponseEntity<byte[]> word(Document document) {
        return saved(document, ".docx", Papers.WORD);
    }

    /** A PDF; where this machine has no font for one, the page at the path says so, and that Word needs none. */
    public static ResponseEntity<byte[]> pdf(Supplier<Document> written, String path, RedirectAttributes redirect) {
        try {
            return saved(written.get(), ".pdf", Papers.PDF);
        } catch (NoFont missing) {
            redirect.addFlashAttribute(
                    "flash", Flash.warn("evaluation.no-font", Objects.requireNonNullElse(missing.getMessage(), "")));
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create(path))
                    .build();
        }
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
