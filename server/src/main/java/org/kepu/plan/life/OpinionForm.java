package org.kepu.plan.life;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An opinion as typed.
 *
 * @param key names the opinion from the moment the form is shown, so that sending it twice is once
 */
public record OpinionForm(
        @Nullable String key,
        @Nullable String node,
        @Nullable String words) {

    static final int LONGEST = 2000;

    public OpinionForm {
        key = key == null || !key.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.randomUUID().toString()
                : key;
        node = node == null ? "" : node;
        words = words == null ? "" : words.replace("\r\n", "\n").strip();
    }

    OpinionId id() {
        return OpinionId.of(String.valueOf(key));
    }

    String place() {
        return String.valueOf(node);
    }

    String said() {
        return String.valueOf(words);
    }

    /** What is wrong with it, as a key of the bundle. */
    Optional<String> fault() {
        if (said().isBlank()) {
            return Optional.of("life.opinion.empty");
        }
        return said().length() > LONGEST ? Optional.of("life.opinion.too-long") : Optional.empty();
    }
}
