package org.kepu.indicator.history;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What the clerk hands in. */
public record HistoryForm(
        @Nullable MultipartFile file, @Nullable String numbering) {}
