package org.kepu.access.factor;

import java.time.Clock;
import java.util.regex.Pattern;

/** The authenticator app of somebody in a test, who may hold it while time goes by. */
public final class Telephone {

    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)</code>");

    private final byte[] secret;
    private final Clock clock;

    private Telephone(byte[] secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** Reads the secret from the page that shows it. */
    public static Telephone scanning(String page, Clock clock) {
        var found = SECRET.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no secret on the page");
        }
        return new Telephone(new CodeApp(found.group(1).replace(" ", "")).bytes(), clock);
    }

    public String code() {
        return code(0);
    }

    /** The code of so many half minutes later. */
    public String code(int later) {
        return Totp.code(secret, Totp.step(clock.instant()) + later, 6);
    }
}
