package org.kepu.guard;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file that somebody brought, looked at before anything else is done with it.
 *
 * @param name without folders and signs that do not show
 */
public record UploadedFile(String name, ContentKind kind, byte[] content) {

    private static final int LONGEST_NAME = 120;

    /** What came of a file that was brought. */
    public sealed interface Receipt {
        record Taken(UploadedFile file) implements Receipt {}

        /**
         * Not taken.
         *
         * @param messageKey why, in words
         */
        record Refused(String name, String messageKey) implements Receipt {}
    }

    /**
     * Takes the file if it is of one of these kinds and no larger.
     *
     * @param largest in bytes
     */
    public static Receipt take(MultipartFile file, Set<ContentKind> kinds, long largest) throws IOException {
        var name = cleaned(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        if (file.isEmpty()) {
            return new Receipt.Refused(name, "page.upload.empty");
        }
        if (file.getSize() > largest) {
            return new Receipt.Refused(name, "page.upload.too-large");
        }
        var content = file.getBytes();
        return ContentKind.of(content)
                .filter(kinds::contains)
                .<Receipt>map(kind -> new Receipt.Taken(new UploadedFile(name, kind, content)))
                .orElseGet(() -> new Receipt.Refused(name, "page.upload.kind"));
    }

    /** The name alone: no folders of either kind of system, no signs that steer, do not show or turn the writing round. */
    public static String cleaned(String name) {
        var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]", "")
                .strip();
        var plain = bare.matches("\\.*") ? "" : bare;
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }

    @Override
    public String toString() {
        return "UploadedFile[" + kind + " " + content.length + " bytes]";
    }
}
