package org.kepu.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Hands strangers the page that was written for another a moment ago, before anybody asks who they are. Only a page that is
 * {@link SameForStrangers} is kept, and only for those who bring nothing by which they could be known; whoever has a session, to sign in or for
 * a form, reads what is so now.
 */
@Component
@Order(SharedPages.BEFORE_SESSIONS)
class SharedPages extends OncePerRequestFilter {

    /** After what puts headers on every answer, before what reads the browser's session from the database. */
    static final int BEFORE_SESSIONS = Ordered.HIGHEST_PRECEDENCE + 10;

    private static final String PLACE = SharedPages.class.getName();
    private static final int MOST_BYTES = 32 << 20;
    private static final Set<String> LOOK = Set.of(Look.ELDER, Look.THEME, Look.LANG);

    private final Duration age;
    private final Ticker ticker;
    private final Cache<Asked, SharedPage> pages;

    @Autowired
    SharedPages(@Value("${kepu.page.shared-for}") Duration age) {
        this(age, Ticker.systemTicker());
    }

    /** @param age how old a page may be; while somebody writes it anew, others get it until it is twice as old */
    SharedPages(Duration age, Ticker ticker) {
        this.age = age;
        this.ticker = ticker;
        this.pages = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((Asked asked, SharedPage page) -> page.weight())
                .expireAfterWrite(age.multipliedBy(2))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** All on which a page depends that is the same for strangers. */
    private record Asked(String path, @Nullable String query, Look look) {}

    /** Where a page goes that is being written. */
    private record Place(Cache<Asked, SharedPage> pages, Asked asked, long since) {
        SharedPage put(byte[] written, String type) {
            var page = new SharedPage(written, type, since);
            pages.put(asked, page);
            return page;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return age.isZero()
                || !HttpMethod.GET.matches(request.getMethod())
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || !Stream.ofNullable(request.getCookies())
                        .flatMap(Arrays::stream)
                        .map(Cookie::getName)
                        .allMatch(LOOK::contains);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var now = ticker.read();
        var asked = new Asked(request.getRequestURI(), request.getQueryString(), Look.of(request));
        var page = pages.getIfPresent(asked);
        if (page != null && page.isFor(now, age.toNanos())) {
            page.send(request, response);
        } else {
            request.setAttribute(PLACE, new Place(pages, asked, now));
            chain.doFilter(request, response);
        }
    }

    /** Keeps what was written for this request, if others may have it. */
    static Optional<SharedPage> put(
            Supplier<byte[]> written, String type, HttpServletRequest request, HttpServletResponse response) {
        return request.getAttribute(PLACE) instanceof Place place && isForOthers(request, response)
                ? Optional.of(place.put(written.get(), type))
                : Optional.empty();
    }

    private static boolean isForOthers(HttpServletRequest request, HttpServletResponse response) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod page
                && page.hasMethodAnnotation(SameForStrangers.class)
                && response.getStatus() == HttpStatus.OK.value()
                && !response.containsHeader(HttpHeaders.SET_COOKIE)
                && request.getUserPrincipal() == null
                && request.getSession(false) == null;
    }
}
