package org.kepu.indicator.history;

import java.time.Instant;

/** A line of a file, and the version of a fact that came from it. */
public record HistoryLine(int version, String title, String fileName, int line, Instant uploadedAt) {}
