package org.kepu.plandoc.grammar;

import org.kepu.plandoc.Finding;
import org.kepu.plandoc.Finding.Code;

/** The sentences in which the grammar says what a person should look at. */
final class Findings {
    private static final int QUOTE_AT_MOST = 80;

    private Findings() {}

    static Finding at(Code code, String message, Passage quote) {
        var shortened = quote.sub(0, Math.min(QUOTE_AT_MOST, quote.length()));
        return new Finding(code, message, shortened.raw(), quote.isEmpty() ? null : shortened.span());
    }

    static Finding missing(Code code, String message) {
        return new Finding(code, message, "", null);
    }

    static Finding typingSlip(String message, Passage quote) {
        return at(Code.TYPING_SLIP, message, quote);
    }
}
