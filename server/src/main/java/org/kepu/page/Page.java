package org.kepu.page;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every template needs to know of the page being shown: its words, its look, and who reads it.
 *
 * @param path the request's path, for marking the current door
 * @param reader the name of the person signed in, if any
 */
public record Page(
        MessageSource messages, Locale locale, String path, Optional<String> reader, Optional<CsrfToken> csrf) {

    /** The sentence under this key in the reader's language; {0}, {1} … are filled with the arguments. */
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
