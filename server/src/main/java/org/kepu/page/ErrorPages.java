package org.kepu.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is said when something went wrong: plain words, and for a fault of ours a number under which an operator finds
 * it in the log. Never a message of the program.
 */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
    private static final int LARGEST_NUMBER = 1 << 30;

    private final RandomGenerator chance;

    ErrorPages(RandomGenerator chance) {
        this.chance = chance;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        var failure = Failure.of(status(request), outdated(request));
        var number = failure == Failure.BROKEN ? Optional.of(report(request)) : Optional.<String>empty();
        return path(request).startsWith("/api/")
                ? problem(status(request), path(request), number)
                : page(failure, number, path(request), response);
    }

    private static ModelAndView page(
            Failure failure, Optional<String> number, String path, HttpServletResponse response) {
        response.setStatus(failure.shown().value());
        var view = new ModelAndView("page/error");
        view.addObject("failure", failure);
        view.addObject("number", number.orElse(null));
        view.addObject("desk", path.equals("/desk") || path.startsWith("/desk/"));
        return view;
    }

    /** As RFC 9457 has it. */
    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String path, Optional<String> number) {
        var problem = CodedProblem.of(status);
        problem.setInstance(UriComponentsBuilder.fromPath(path).build(true).toUri());
        number.ifPresent(text -> problem.setProperty("reference", text));
        return ResponseEntity.status(status).body(problem);
    }

    private String report(HttpServletRequest request) {
        var number = Integer.toString(chance.nextInt(LARGEST_NUMBER), Character.MAX_RADIX)
                .toUpperCase(Locale.ROOT);
        log.error("fault {} at {} {}", number, request.getMethod(), path(request), (@Nullable Throwable)
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return number;
    }

    private static HttpStatus status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND;
    }

    /** A form that was open longer than its session. */
    private static boolean outdated(HttpServletRequest request) {
        return request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException;
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path ? path : "/error";
    }
}
