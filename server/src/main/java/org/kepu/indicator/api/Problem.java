package org.kepu.indicator.api;

import java.util.Locale;
import org.kepu.page.CodedProblem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request that cannot be answered, as RFC 9457 has it. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Code code;

    Problem(Code code) {
        super(code.word());
        this.code = code;
    }

    Code code() {
        return code;
    }

    ProblemDetail detail() {
        return CodedProblem.of(code.status, code.word(), code.title);
    }

    /** The ways in which a request can fail as a whole. The words are part of the interface and stay. */
    enum Code {
        UNKNOWN_INDICATOR(HttpStatus.NOT_FOUND, "There is no such indicator."),
        REGION_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such division, or it is not within reach."),
        REGION_MISSING(HttpStatus.BAD_REQUEST, "Say the code of a division: region=150000."),
        BAD_WINDOW(HttpStatus.BAD_REQUEST, "Say two days between 1949 and 2149, from no later than to."),
        BAD_BREAKDOWN(HttpStatus.BAD_REQUEST, "This indicator cannot be broken down so."),
        BAD_EDITION(HttpStatus.BAD_REQUEST, "An edition is named by a day on which it holds."),
        BAD_CURSOR(HttpStatus.BAD_REQUEST, "Take the cursor from the page before."),
        BAD_LIMIT(HttpStatus.BAD_REQUEST, "A page has 1 to 500 lines."),
        UNSUPPORTED_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json or application/x-ndjson."),
        TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "A fact has at most 65536 bytes.");

        private final HttpStatus status;
        private final String title;

        Code(HttpStatus status, String title) {
            this.status = status;
            this.title = title;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
