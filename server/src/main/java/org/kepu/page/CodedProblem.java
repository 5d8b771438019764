package org.kepu.page;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Problem details of RFC 9457 with a code that stays, by which other systems tell problems apart. */
public final class CodedProblem {

    private CodedProblem() {}

    public static ProblemDetail of(HttpStatus status, String code, String title) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:kepu:problem:" + code));
        problem.setTitle(title);
        problem.setProperty("code", code);
        return problem;
    }

    /** What the status says by itself, in the words of RFC 9110: {@code unauthorized}, {@code forbidden}, {@code not-found}. */
    public static ProblemDetail of(HttpStatus status) {
        var words = status.getReasonPhrase();
        return of(status, words.toLowerCase(Locale.ROOT).replace(' ', '-'), words);
    }
}
