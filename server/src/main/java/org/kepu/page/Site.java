package org.kepu.page;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this installation presents itself; settings {@code kepu.site.*}.
 *
 * @param name the site's name, in place of the product's
 * @param telephone where people ask and complain; 12345 is the government's line everywhere in China
 * @param mail where people write
 */
@ConfigurationProperties("kepu.site")
public record Site(
        Optional<String> name, @DefaultValue("12345") String telephone, Optional<String> mail) {

    public Site {
        name = name.filter(text -> !text.isBlank());
        mail = mail.filter(text -> !text.isBlank());
    }

    /** The version of the program, for whoever reports a fault. */
    public String version() {
        return Optional.ofNullable(Site.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }
}
