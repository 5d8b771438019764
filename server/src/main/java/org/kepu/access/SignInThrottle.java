package org.kepu.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts each attempt before the password is looked at, so that a hundred at the same moment are counted as a hundred.
 * In the database, so that all nodes count together. Unknown names are counted like known ones.
 */
@Component
class SignInThrottle {

    private final JdbcClient database;
    private final Clock clock;

    SignInThrottle(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Counts an attempt; whether it may go on to the password. */
    boolean admits(AccountName name, String address) {
        forgetExpired();
        return !isShut(address)
                && Arrays.stream(SignInRule.values())
                        .allMatch(rule -> count(rule, rule.subject(name.text(), address)) <= rule.attempts());
    }

    /** From an address that is shut nothing more is written down, or made-up names would fill the table. */
    private boolean isShut(String address) {
        return database.sql("""
                select exists (select from access.sign_in_attempt
                               where rule = :rule and subject = :subject and attempts > :limit)""")
                .param("rule", SignInRule.ONE_ADDRESS.name())
                .param("subject", SignInRule.ONE_ADDRESS.subject("", address))
                .param("limit", SignInRule.ONE_ADDRESS.attempts())
                .query(Boolean.class)
                .single();
    }

    private void forgetExpired() {
        database.sql("delete from access.sign_in_attempt where since <= :expired")
                .param("expired", clock.instant().minus(SignInRule.WINDOW).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** After a right password: this name starts afresh, and this attempt is not held against the address. */
    void forgive(AccountName name, String address) {
        forget(SignInRule.ONE_NAME_FROM_ONE_ADDRESS, name, address);
        forget(SignInRule.ONE_NAME, name, address);
        database.sql("""
                update access.sign_in_attempt set attempts = attempts - 1
                where rule = :rule and subject = :subject and attempts > 1""")
                .param("rule", SignInRule.ONE_ADDRESS.name())
                .param("subject", SignInRule.ONE_ADDRESS.subject(name.text(), address))
                .update();
    }

    private int count(SignInRule rule, String subject) {
        var now = clock.instant();
        return database.sql("""
                insert into access.sign_in_attempt as tried (rule, subject, since, attempts)
                values (:rule, :subject, :now, 1)
                on conflict on constraint sign_in_attempt_once do update set
                    attempts = case when tried.since <= :expired then 1 else tried.attempts + 1 end,
                    since = case when tried.since <= :expired then excluded.since else tried.since end
                returning attempts""")
                .param("rule", rule.name())
                .param("subject", subject)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expired", now.minus(SignInRule.WINDOW).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private void forget(SignInRule rule, AccountName name, String address) {
        database.sql("delete from access.sign_in_attempt where rule = :rule and subject = :subject")
                .param("rule", rule.name())
                .param("subject", rule.subject(name.text(), address))
                .update();
    }
}
