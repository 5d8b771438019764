package org.kepu.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/** How the reader wants pages to look: the sheet for elders, light or dark, the language. Kept in cookies. */
public record Look(boolean elder, Theme theme, Locale locale) {

    static final String ELDER = "elder";
    static final String THEME = "theme";
    static final String LANG = "lang";

    /** Light, dark, or as the reader's device says. */
    public enum Theme {
        AUTO,
        LIGHT,
        DARK;

        static Theme of(String word) {
            return Arrays.stream(values())
                    .filter(theme -> theme.word().equals(word))
                    .findFirst()
                    .orElse(AUTO);
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Look of(HttpServletRequest request) {
        return new Look(
                "1".equals(cookie(request, ELDER).orElse("")),
                Theme.of(cookie(request, THEME).orElse("")),
                locale(request));
    }

    static Locale locale(HttpServletRequest request) {
        return asked(request)
                .or(() -> cookie(request, LANG))
                .filter("en"::equals)
                .map(word -> Locale.ENGLISH)
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** The language asked for in the address; a form's body is not read for it, it may be what the error is about. */
    private static Optional<String> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString())
                .filter(query -> query.contains(LANG))
                .map(query -> UriComponentsBuilder.newInstance().query(query).build())
                .map(address -> address.getQueryParams().getFirst(LANG));
    }
}
