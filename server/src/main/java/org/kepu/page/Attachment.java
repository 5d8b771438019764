package org.kepu.page;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file that a reader takes along: the browser keeps it under its name, and does not show it. */
public enum Attachment {
    CSV("csv", new MediaType("text", "csv", StandardCharsets.UTF_8)),
    EXCEL("xlsx", MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    JSON("json", MediaType.APPLICATION_JSON),
    PDF("pdf", MediaType.APPLICATION_PDF),
    WORD("docx", MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
    ZIP("zip", MediaType.parseMediaType("application/zip"));

    private final String ending;
    private final MediaType type;

    Attachment(String ending, MediaType type) {
        this.ending = ending;
        this.type = type;
    }

    /**
     * Begins an answer whose content is written by and by.
     *
     * @param name of the file, without its ending
     */
    public void head(HttpServletResponse response, String name) {
        response.setContentType(type.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, keptAs(name + "." + ending));
    }

    /**
     * An answer whose content is at hand.
     *
     * @param name of the file, without its ending
     */
    public ResponseEntity.BodyBuilder named(String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, keptAs(name + "." + ending));
    }

    /** The header of a file that somebody else named. */
    public static String keptAs(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
