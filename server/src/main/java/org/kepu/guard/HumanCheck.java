package org.kepu.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.kepu.guard.Limits.Counted;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Tells humans from programs at a public form without asking anything of them: no picture, no puzzle, nothing to read or
 * hear (工信部 适老化通用设计规范: 验证码). A small script does some work in the background while the form is filled in. Without
 * script it only takes longer: the form must have been open for some seconds. So everybody gets through, and a program
 * that sends thousands pays for each. A form can be sent once, and from one address not without end.
 */
@Service
public class HumanCheck {

    /** Nobody reads a form and sends it faster. */
    static final Duration QUICKEST = Duration.ofSeconds(2);

    /** How long the form must have been open where no script has worked. */
    static final Duration WITHOUT_PROOF = Duration.ofSeconds(6);

    static final Duration OLDEST = Duration.ofHours(2);

    /** Some sixteen thousand digests: a second or two on an old telephone. */
    static final int BITS = 14;

    private static final int NONCE_BYTES = 12;
    private static final int MAC_BYTES = 32;
    private static final int LONGEST_PROOF = 20;

    private final JdbcClient database;
    private final Vault vault;
    private final Limits limits;
    private final RandomGenerator chance;
    private final Clock clock;

    HumanCheck(JdbcClient database, Vault vault, Limits limits, RandomGenerator chance, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.limits = limits;
        this.chance = chance;
        this.clock = clock;
    }

    /** A question for a form that is being shown. */
    public HumanQuestion ask(String form) {
        var content = ByteBuffer.allocate(Long.BYTES + NONCE_BYTES).putLong(clock.millis());
        var nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        content.put(nonce);
        var token = ByteBuffer.allocate(Long.BYTES + NONCE_BYTES + MAC_BYTES)
                .put(content.array())
                .put(vault.mac(purpose(form), content.array()));
        return new HumanQuestion(Base64.getUrlEncoder().withoutPadding().encodeToString(token.array()), BITS);
    }

    /**
     * Looks at the form that was sent. Call it last, when all its fields are right: it lets each form pass once.
     *
     * @param form the name that it was asked for
     */
    public HumanVerdict passed(HttpServletRequest request, String form) {
        return passed(request, form, ofAll(request.getRemoteAddr()));
    }

    /** The same for a form with limits of its own. */
    public HumanVerdict passed(HttpServletRequest request, String form, List<Counted> limits) {
        return judge(
                form,
                Objects.requireNonNullElse(request.getParameter(HumanQuestion.TOKEN), ""),
                Objects.requireNonNullElse(request.getParameter(HumanQuestion.PROOF), ""),
                limits);
    }

    static List<Counted> ofAll(String address) {
        return List.of(
                new Counted(PublicFormLimit.FORMS_FROM_ONE_ADDRESS, Limits.place(address)),
                Counted.everybody(PublicFormLimit.FORMS_IN_ALL));
    }

    HumanVerdict judge(String form, String token, String proof, List<Counted> counted) {
        var shown = shownAt(form, token);
        if (shown.isEmpty()) {
            return new HumanVerdict.Again("page.human.new", ask(form));
        }
        var age = Duration.between(shown.get(), clock.instant());
        if (age.compareTo(OLDEST) > 0) {
            return new HumanVerdict.Again("page.human.old", ask(form));
        }
        if (age.compareTo(isProven(token, proof) ? QUICKEST : WITHOUT_PROOF) < 0) {
            return new HumanVerdict.Again("page.human.soon", new HumanQuestion(token, BITS));
        }
        if (!limits.admits(counted)) {
            return new HumanVerdict.Again("page.human.many", new HumanQuestion(token, BITS));
        }
        return isFirst(token, shown.get())
                ? new HumanVerdict.Passed()
                : new HumanVerdict.Again("page.human.used", ask(form));
    }

    /** When the form was shown; empty if it was not we who showed it. */
    private Optional<Instant> shownAt(String form, String token) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != Long.BYTES + NONCE_BYTES + MAC_BYTES) {
                return Optional.empty();
            }
            var content = Arrays.copyOf(bytes, Long.BYTES + NONCE_BYTES);
            var mac = Arrays.copyOfRange(bytes, content.length, bytes.length);
            return MessageDigest.isEqual(mac, vault.mac(purpose(form), content))
                    ? Optional.of(Instant.ofEpochMilli(ByteBuffer.wrap(content).getLong()))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static boolean isProven(String token, String proof) {
        if (proof.isEmpty() || proof.length() > LONGEST_PROOF) {
            return false;
        }
        var digest = sha256(token + ":" + proof);
        return Integer.numberOfLeadingZeros(ByteBuffer.wrap(digest).getInt()) >= BITS;
    }

    private boolean isFirst(String token, Instant shown) {
        var now = clock.instant();
        database.sql("delete from guard.sent_form where until <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return database.sql("insert into guard.sent_form (token, until) values (:token, :until) on conflict do nothing")
                        .param("token", HexFormat.of().formatHex(sha256(token)))
                        .param("until", shown.plus(OLDEST).plusSeconds(1).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static String purpose(String form) {
        return "guard.human." + form;
    }
}
