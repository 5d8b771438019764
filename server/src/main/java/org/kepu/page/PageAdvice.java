package org.kepu.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts {@code page} into every model. */
@ControllerAdvice
@EnableConfigurationProperties(Site.class)
class PageAdvice {

    private final MessageSource messages;
    private final Site site;
    private final Doors doors;
    private final ReadersRights rights;

    PageAdvice(MessageSource messages, Site site, Doors doors, ReadersRights rights) {
        this.messages = messages;
        this.site = site;
        this.doors = doors;
        this.rights = rights;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request) {
        var path = asked(request);
        var query = request.getQueryString();
        var held = rights.of(request.getUserPrincipal());
        return new Page(
                messages,
                site,
                Look.of(request),
                path,
                query == null ? path : path + "?" + query,
                reader(request),
                Optional.ofNullable((String) request.getAttribute(Reader.IN_PLACE_OF)),
                Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName())),
                doors.portal(),
                doors.desk(held),
                held,
                flash(request));
    }

    /** The path that was asked for, also when an error is being shown for it. */
    private static String asked(HttpServletRequest request) {
        var failed = (@Nullable String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed;
    }

    private static Optional<String> reader(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication session
                        && session.getPrincipal() instanceof Reader reader
                ? Optional.of(reader.displayName())
                : Optional.empty();
    }

    private static Optional<Flash> flash(HttpServletRequest request) {
        var attributes = RequestContextUtils.getInputFlashMap(request);
        return attributes != null && attributes.get(Flash.ATTRIBUTE) instanceof Flash flash
                ? Optional.of(flash)
                : Optional.empty();
    }
}
