package org.kepu.file;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code kepu.file.*}.
 *
 * @param folder where contents lie
 * @param largest the largest file that is taken
 */
@ConfigurationProperties("kepu.file")
record FileSettings(
        @DefaultValue("data/files") Path folder,
        @DefaultValue("20MB") DataSize largest) {

    /** Where files lie while they come in; what is left there belongs to nobody. */
    Path incoming() {
        return folder.resolve("incoming");
    }
}
