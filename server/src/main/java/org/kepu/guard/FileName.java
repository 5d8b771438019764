package org.kepu.guard;

import org.springframework.web.multipart.MultipartFile;

/** The name of a file that somebody brought; what it is, its content says. */
public final class FileName {

    private static final int LONGEST = 120;

    private FileName() {}

    /** The name alone, or nothing: see {@link #cleaned(String)}. */
    public static String of(MultipartFile file) {
        var given = file.getOriginalFilename();
        return given == null ? "" : cleaned(given);
    }

    /** No folders of either kind of system, no signs that steer, do not show or turn the writing round. */
    public static String cleaned(String name) {
        var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]", "")
                .strip();
        var plain = bare.matches("\\.*") ? "" : bare;
        return plain.length() <= LONGEST ? plain : plain.substring(plain.length() - LONGEST);
    }
}
