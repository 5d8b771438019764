package org.kepu.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The drawings in {@code static/icons.svg}. An icon that is not there is a mistake, not a blank. */
public final class Icon {

    private static final String SPRITE = "/icons.svg";
    private static final Set<String> NAMES = names();

    private Icon() {}

    /** The address of an icon within the sprite. */
    public static String href(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no icon " + name);
        }
        return Asset.href(SPRITE) + "#" + name;
    }

    private static Set<String> names() {
        try (var sprite = Icon.class.getResourceAsStream("/static" + SPRITE)) {
            if (sprite == null) {
                throw new IllegalStateException("no icons");
            }
            var text = new String(sprite.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("<symbol id=\"([^\"]+)\"")
                    .matcher(text)
                    .results()
                    .map((MatchResult result) -> result.group(1))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
