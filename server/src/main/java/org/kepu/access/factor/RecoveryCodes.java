package org.kepu.access.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.kepu.access.PaperCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ten codes on paper for the day when the telephone is lost. Each opens once; only their hashes are kept, of
 * signs too many to try. */
@Repository
class RecoveryCodes {

    private static final int SET = 10;

    private final JdbcClient database;
    private final RandomGenerator chance;
    private final Clock clock;

    RecoveryCodes(JdbcClient database, RandomGenerator chance, Clock clock) {
        this.database = database;
        this.chance = chance;
        this.clock = clock;
    }

    /** A new set in place of the old one. */
    List<String> renew(UUID account) {
        forget(account);
        var codes = Stream.generate(() -> PaperCode.random(chance)).limit(SET).toList();
        codes.forEach(code -> database.sql("""
                        insert into access.recovery_code (account, hash, made_at) values (:account, :hash, :now)""")
                .param("account", account)
                .param("hash", hash(code))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
        return codes;
    }

    void forget(UUID account) {
        database.sql("delete from access.recovery_code where account = :account")
                .param("account", account)
                .update();
    }

    boolean takes(UUID account, String typed) {
        return database.sql("""
                update access.recovery_code set used_at = :now
                where account = :account and hash = :hash and used_at is null""")
                        .param("account", account)
                        .param("hash", hash(typed))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int left(UUID account) {
        return database.sql("select count(*) from access.recovery_code where account = :account and used_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    private static String hash(String typed) {
        try {
            var plain = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
            var digest = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
