package org.kepu.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts {@code page} into every model. */
@ControllerAdvice
class PageAdvice {

    private final MessageSource messages;

    PageAdvice(MessageSource messages) {
        this.messages = messages;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        return new Page(
                messages,
                Locale.SIMPLIFIED_CHINESE,
                request.getRequestURI(),
                principal == null ? Optional.empty() : Optional.of(principal.getName()),
                Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName())));
    }
}
