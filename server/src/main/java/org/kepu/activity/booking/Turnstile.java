package org.kepu.activity.booking;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.kepu.page.CodedProblem;
import org.kepu.page.EarlyPages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets as many registrations go on at once as the database has connections to spare. Others wait their turn for a moment; whom
 * that does not help is asked to come again, before anything of the request was read in the database or written there. What was
 * typed comes back with the answer and can be sent as it is: with the same key, so nobody is booked twice.
 */
@Component
@Order(Turnstile.BEFORE_SESSIONS)
class Turnstile extends OncePerRequestFilter {

    /** After what puts headers on every answer, before what reads the browser's session from the database. */
    static final int BEFORE_SESSIONS = Ordered.HIGHEST_PRECEDENCE + 10;

    private static final Duration PATIENCE = Duration.ofMillis(300);

    /** Seconds after which to come again; not the same for all, or all would come together. */
    private static final int SOONEST = 2;

    private static final int LATEST = 5;

    private static final PathPattern PAGE = PathPatternParser.defaultInstance.parse("/activities/sessions/{session}");
    private static final PathPattern SYSTEM =
            PathPatternParser.defaultInstance.parse("/api/v1/sessions/{id}/registrations");

    private final Semaphore places;
    private final EarlyPages pages;
    private final JsonMapper json;
    private final RandomGenerator chance;

    /** Half of the connections is left for readers and for the program's own work. */
    Turnstile(
            @Value("${spring.datasource.hikari.maximum-pool-size}") int connections,
            EarlyPages pages,
            JsonMapper json,
            RandomGenerator chance) {
        this.places = new Semaphore(Math.max(1, connections / 2), true);
        this.pages = pages;
        this.json = json;
        this.chance = chance;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !(PAGE.matches(path(request)) || SYSTEM.matches(path(request)));
    }

    private static PathContainer path(HttpServletRequest request) {
        return PathContainer.parsePath(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var whole = whole(request);
        if (!isLetIn()) {
            comeAgain(whole, response);
            return;
        }
        try {
            chain.doFilter(whole, response);
        } finally {
            places.release();
        }
    }

    /** The request once it has arrived, so that nobody who sends slowly stands in the way of the others. */
    private static HttpServletRequest whole(HttpServletRequest request) throws IOException {
        if (SYSTEM.matches(path(request))) {
            return ArrivedRequest.of(request);
        }
        request.getParameterMap();
        return request;
    }

    private boolean isLetIn() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void comeAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var seconds = chance.nextInt(SOONEST, LATEST + 1);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setIntHeader(HttpHeaders.RETRY_AFTER, seconds);
        if (PAGE.matches(path(request))) {
            pages.write(
                    "activity/busy", Map.of("seconds", seconds, "typed", request.getParameterMap()), request, response);
            return;
        }
        var problem = CodedProblem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                "Too many ask at this moment. Nothing was done: send the same again, with the same Idempotency-Key.");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
