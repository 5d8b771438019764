package org.kepu.audit.chain;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the trail is proven; settings {@code kepu.audit.*}.
 *
 * @param hash what new links are made with
 * @param heads the file outside of the database that the heads of the chain are written to
 * @param headsCopy a second place for the same lines, best on another machine: a file, or a folder that is there; may be
 *     empty
 */
@ConfigurationProperties("kepu.audit")
public record AuditSettings(
        @DefaultValue("sha-256") HashAlgorithm hash,
        String heads,
        @DefaultValue("") String headsCopy) {

    Path file() {
        return Path.of(heads);
    }

    Optional<Path> copy() {
        return headsCopy.isBlank() ? Optional.empty() : Optional.of(Path.of(headsCopy));
    }
}
