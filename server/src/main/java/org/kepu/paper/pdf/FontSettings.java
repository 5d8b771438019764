package org.kepu.paper.pdf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.kepu.paper.setting.Face;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The fonts that the operator names.
 *
 * @param fonts folders in which to look before those of the system
 * @param face for a face the very file, {@code file#name} for one of a collection
 */
@ConfigurationProperties("kepu.paper")
record FontSettings(List<Path> fonts, Map<Face, String> face) {}
