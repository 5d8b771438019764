package org.kepu.vault;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How many values are sealed and opened in a second by one thread, for bench/RESULTS.md; run it by its main method. */
final class VaultBench {

    private static final int VALUES = 100_000;
    private static final String PHONE = "13800001234";

    private VaultBench() {}

    public static void main(String[] arguments) {
        var keys = Keys.given(KeyRing.fresh(Clock.systemUTC().instant(), false, new SecureRandom()), Clock.systemUTC());
        for (var cipher : VaultCipher.values()) {
            var vault = new Vault(keys, cipher, new Algorithms(""), new SecureRandom());
            for (int round = 1; round <= 4; round++) {
                var sealed = new String[VALUES];
                var sealing = perSecond(i -> sealed[i] = vault.seal("person.phone", PHONE));
                var opening = perSecond(i -> vault.open("person.phone", sealed[i]));
                var finding = perSecond(i -> vault.fingerprint("person.phone", PHONE));
                System.out.printf(
                        Locale.ROOT,
                        "%s round %d: seal %,d/s, open %,d/s, fingerprint %,d/s%n",
                        cipher.word(),
                        round,
                        sealing,
                        opening,
                        finding);
            }
        }
    }

    private static long perSecond(IntFunction<String> work) {
        var began = System.nanoTime();
        var length = IntStream.range(0, VALUES)
                .mapToLong(i -> work.apply(i).length())
                .sum();
        var took = System.nanoTime() - began;
        if (length == 0) {
            throw new IllegalStateException("nothing was done");
        }
        return VALUES * 1_000_000_000L / took;
    }
}
