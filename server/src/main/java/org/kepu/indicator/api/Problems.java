package org.kepu.indicator.api;

import org.kepu.page.NotFound;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says to other systems what was wrong with their request. */
@RestControllerAdvice(basePackageClasses = Problem.class)
class Problems {

    @ExceptionHandler
    ProblemDetail say(Problem problem) {
        return problem.detail();
    }

    /** A division that is not there, or not within reach: the same answer for both. */
    @ExceptionHandler
    ProblemDetail say(NotFound absent) {
        return new Problem(Problem.Code.REGION_NOT_FOUND).detail();
    }
}
