package org.kepu.calendar;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The notice of a year, as it is handed in: pasted, or as a file. */
public record CalendarForm(
        @Nullable String year,
        @Nullable String days,
        @Nullable MultipartFile file) {}
