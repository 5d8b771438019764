package org.kepu.page;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address under which people reach this installation, for links in messages and for passkeys. From the setting
 * {@code kepu.site.address} only, never from a request: whoever asks could name a host of his own.
 */
@Component
public class SiteAddress {

    private final Environment settings;

    SiteAddress(Environment settings) {
        this.settings = settings;
    }

    /** Scheme, host and port, without a slash at the end; without the setting it is this machine, for trying out. */
    public URI root() {
        var given = settings.getProperty("kepu.site.address", "").strip();
        return URI.create(
                given.isEmpty()
                        ? "http://localhost:" + settings.getProperty("local.server.port", "8080")
                        : given.replaceFirst("/+$", ""));
    }

    /** A page of ours as it stands in a message. */
    public String of(String path) {
        return root() + path;
    }
}
