package org.kepu.activity.sheet;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the clerk hands in.
 *
 * @param region the division within which the numbers name one thing
 */
public record SheetForm(
        @Nullable MultipartFile file, @Nullable String region) {}
