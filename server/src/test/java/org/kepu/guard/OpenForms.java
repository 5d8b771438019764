package org.kepu.guard;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Public forms that somebody opened a minute ago. */
@Component
public class OpenForms {

    private final HumanCheck aMinuteAgo;
    private final JdbcClient database;

    OpenForms(JdbcClient database, Vault vault, Limits limits, RandomGenerator chance, Clock clock) {
        this.database = database;
        this.aMinuteAgo = new HumanCheck(database, vault, limits, chance, Clock.offset(clock, Duration.ofMinutes(-1)));
    }

    /** What such a form has in its hidden field. */
    public String token(String form) {
        return aMinuteAgo.ask(form).token();
    }

    /** No form was sent from anywhere yet. */
    public void forgetSent() {
        database.sql("delete from guard.attempt").update();
    }
}
