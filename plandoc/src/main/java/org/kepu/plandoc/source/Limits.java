package org.kepu.plandoc.source;

import java.time.Duration;

/**
 * What a file may cost. An action plan has some 20,000 characters and its longest known appendix 60 pages; everything
 * here is ten times that and more, and still fits a heap of 256 MB.
 */
final class Limits {
    static final int TEXT_BYTES = 50_000_000;
    static final int BINARY_BYTES = 20_000_000;
    static final int CHARACTERS = 2_000_000;
    static final int PDF_PAGES = 1_000;
    static final int ZIP_ENTRIES = 10_000;
    static final long UNPACKED_BYTES = 200_000_000;
    static final int UNPACKED_PART_BYTES = 40_000_000;
    static final int NESTING = 256;
    static final Duration TIME = Duration.ofSeconds(8);

    private Limits() {}
}
