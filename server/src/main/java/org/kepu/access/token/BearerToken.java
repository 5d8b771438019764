package org.kepu.access.token;

import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.kepu.access.Secret;

/** What another system shows to come in: {@code kepu_<id>_<secret>}, told once and kept nowhere. */
record BearerToken(UUID id, Secret secret) {

    private static final Pattern SHAPE = Pattern.compile("kepu_([0-9a-f]{32})_(" + Secret.SHAPE + ")");
    private static final Pattern DASHES = Pattern.compile("(.{8})(.{4})(.{4})(.{4})(.{12})");

    static BearerToken random(RandomGenerator chance) {
        return random(new UUID(chance.nextLong(), chance.nextLong()), chance);
    }

    static BearerToken random(UUID id, RandomGenerator chance) {
        return new BearerToken(id, Secret.random(chance));
    }

    /** What was shown, if it has the shape of a token. */
    static Optional<BearerToken> read(String shown) {
        var matcher = SHAPE.matcher(shown);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var id = DASHES.matcher(matcher.group(1)).replaceFirst("$1-$2-$3-$4-$5");
        return Optional.of(new BearerToken(UUID.fromString(id), new Secret(matcher.group(2))));
    }

    /** The whole of it, for whoever is to use it. */
    String text() {
        return "kepu_" + id.toString().replace("-", "") + "_" + secret.text();
    }

    @Override
    public String toString() {
        return "BearerToken[" + id + "]";
    }
}
