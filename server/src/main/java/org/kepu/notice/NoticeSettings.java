package org.kepu.notice;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code kepu.notice.*}. The mail server itself is set by {@code spring.mail.*}.
 *
 * @param from the address that e-mail comes from
 * @param sms where text messages are posted to, and the token that is sent along
 */
@ConfigurationProperties("kepu.notice")
record NoticeSettings(Optional<String> from, @DefaultValue Sms sms) {

    record Sms(Optional<URI> url, Optional<String> token) {

        @Override
        public String toString() {
            return "Sms[" + url + "]";
        }
    }
}
