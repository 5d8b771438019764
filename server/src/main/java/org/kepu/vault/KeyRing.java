package org.kepu.vault;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** The keys of an installation, as one text: a line per key, its use, from when it is used, and the key itself. */
record KeyRing(List<RingKey> keys) {

    private static final String HEAD = """
            # Kepu 密钥环。每行一把：用途、启用时刻、密钥。只有属主可读；与数据库备份分开保管。
            # 丢失它，加密的内容无法恢复。请用 kepu keys rotate 和 kepu keys retire 增减，不要手工改动。
            """;

    KeyRing {
        keys = List.copyOf(keys);
        require(keys, key -> key.use() == KeyUse.SEAL, "seal");
        require(keys, key -> key.use().findsAgain(), "fingerprint");
        require(keys, key -> key.use().authenticates(), "mac");
    }

    private static void require(List<RingKey> keys, Predicate<RingKey> wanted, String word) {
        var found = keys.stream().filter(wanted).count();
        if (found == 0) {
            throw new KeyProblem("密钥环里没有 " + word + " 密钥。");
        }
        if (found > 1 && !word.equals("seal")) {
            throw new KeyProblem("密钥环里只能有一把 " + word + " 密钥。");
        }
    }

    /** A ring for a new installation. */
    static KeyRing fresh(Instant now, boolean national, RandomGenerator chance) {
        return new KeyRing(List.of(
                RingKey.random(KeyUse.SEAL, now, chance),
                RingKey.random(national ? KeyUse.FINGERPRINT_SM3 : KeyUse.FINGERPRINT, now, chance),
                RingKey.random(national ? KeyUse.MAC_SM3 : KeyUse.MAC, now, chance)));
    }

    /** Reads the text; in an environment variable, {@code ;} may stand for the end of a line. */
    static KeyRing parse(String text) {
        var keys = new ArrayList<RingKey>();
        for (var line : text.split("[\\n;]")) {
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                keys.add(key(line.strip().split("\\s+"), keys.size() + 1));
            }
        }
        return new KeyRing(keys);
    }

    private static RingKey key(String[] words, int number) {
        try {
            var use = KeyUse.read(words[0]).orElseThrow(IllegalArgumentException::new);
            return RingKey.of(use, Instant.parse(words[1]), Base64.getDecoder().decode(words[2]));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new KeyProblem("密钥环的第 " + number + " 把密钥读不懂：每行应为“用途 启用时刻 密钥”。");
        }
    }

    String text() {
        var text = new StringBuilder(HEAD);
        keys.forEach(key -> text.append(key.line()).append('\n'));
        return text.toString();
    }

    KeyRing with(RingKey added) {
        var all = new ArrayList<>(keys);
        all.add(added);
        return new KeyRing(all);
    }

    KeyRing without(String id) {
        return new KeyRing(keys.stream().filter(key -> !key.id().equals(id)).toList());
    }

    /** The key that seals at this moment: the newest that is in use; before the first begins, the first. */
    RingKey sealing(Instant now) {
        var byAge = keys.stream()
                .filter(key -> key.use() == KeyUse.SEAL)
                .sorted(Comparator.comparing(RingKey::from))
                .toList();
        return byAge.stream()
                .filter(key -> !key.from().isAfter(now))
                .reduce((older, newer) -> newer)
                .orElse(byAge.getFirst());
    }

    Optional<RingKey> sealKey(String id) {
        return keys.stream()
                .filter(key -> key.use() == KeyUse.SEAL && key.id().equals(id))
                .findFirst();
    }

    RingKey fingerprint() {
        return first(key -> key.use().findsAgain());
    }

    RingKey mac() {
        return first(key -> key.use().authenticates());
    }

    private RingKey first(Predicate<RingKey> wanted) {
        return keys.stream().filter(wanted).findFirst().orElseThrow();
    }
}
