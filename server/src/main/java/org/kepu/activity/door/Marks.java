package org.kepu.activity.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.kepu.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * By what a telephone knows a code without a line: a mark made with a key of its link, slowly. A code has twelve digits and the telephone
 * has the key, so whoever holds it can try them all: what takes a millisecond for the code that is shown takes years for all that could be.
 */
@Component
class Marks {

    /** The telephone makes as many. */
    static final int ROUNDS = 1_000;

    private static final int BITS = 64;

    /** As many as the largest halls of a day have; each takes the processor a millisecond or two. */
    private static final int KEPT = 20_000;

    private final Vault vault;

    /** Those that were made last: a telephone asks for all of its session each minute. */
    private final Map<String, String> made = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    });

    Marks(Vault vault) {
        this.vault = vault;
    }

    /** The key of whoever stands at the door of a session: the same each time, and of no use at another door or by another link. */
    String key(Keeper keeper) {
        var whose = keeper.session() + " " + keeper.account() + " " + keeper.link();
        return HexFormat.of().formatHex(vault.mac("activity.door", whose.getBytes(StandardCharsets.UTF_8)));
    }

    /** Long enough that no two codes have the same. */
    String mark(String key, String code) {
        var known = made.get(key + code);
        if (known != null) {
            return known;
        }
        var mark = make(key, code);
        made.put(key + code, mark);
        return mark;
    }

    private static String make(String key, String code) {
        try {
            var salt = key.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(new PBEKeySpec(code.toCharArray(), salt, ROUNDS, BITS))
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
