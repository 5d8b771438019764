package org.kepu.access;

import java.time.Clock;
import java.time.ZoneOffset;
import org.kepu.access.SignInRule.Door;
import org.kepu.access.SignInRule.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts each attempt before anything is looked at, so that a hundred at the same moment are counted as a hundred. In
 * the database, so that all nodes count together. Unknown names are counted like known ones.
 */
@Component
class SignInThrottle {

    private final JdbcClient database;
    private final LockOuts lockOuts;
    private final Clock clock;

    SignInThrottle(JdbcClient database, LockOuts lockOuts, Clock clock) {
        this.database = database;
        this.lockOuts = lockOuts;
        this.clock = clock;
    }

    /**
     * Counts an attempt; whether it may go on.
     *
     * @param name the account, contact or whatever is tried at this door; empty where there is none
     */
    boolean admits(Door door, String name, String address) {
        forgetExpired();
        return !isShut(door, address) && SignInRule.at(door).stream().allMatch(rule -> admits(rule, name, address));
    }

    private boolean admits(SignInRule rule, String name, String address) {
        var attempts = count(rule, rule.subject(name, address));
        if (attempts == rule.attempts() + 1) {
            lockOuts.note(rule, name, address);
        }
        return attempts <= rule.attempts();
    }

    /** From an address that is shut nothing more is written down, or made-up names would fill the table. */
    private boolean isShut(Door door, String address) {
        return SignInRule.at(door).stream()
                .filter(rule -> rule.told() == Told.BY_ADDRESS)
                .anyMatch(rule -> database.sql("""
                        select exists (select from access.sign_in_attempt
                                       where rule = :rule and subject = :subject and attempts > :limit)""")
                        .param("rule", rule.name())
                        .param("subject", rule.subject("", address))
                        .param("limit", rule.attempts())
                        .query(Boolean.class)
                        .single());
    }

    private void forgetExpired() {
        database.sql("delete from access.sign_in_attempt where until <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** After a right proof: this name starts afresh, and this attempt is not held against the address. */
    void forgive(Door door, String name, String address) {
        for (var rule : SignInRule.at(door)) {
            if (rule.told() == Told.BY_ADDRESS) {
                giveBack(rule, rule.subject(name, address));
            } else {
                forget(rule, rule.subject(name, address));
            }
        }
    }

    private int count(SignInRule rule, String subject) {
        var now = clock.instant();
        return database.sql("""
                insert into access.sign_in_attempt as tried (rule, subject, since, until, attempts)
                values (:rule, :subject, :now, :until, 1)
                on conflict on constraint sign_in_attempt_once do update set
                    attempts = case when tried.until <= :now then 1 else tried.attempts + 1 end,
                    since = case when tried.until <= :now then excluded.since else tried.since end,
                    until = case when tried.until <= :now then excluded.until else tried.until end
                returning attempts""")
                .param("rule", rule.name())
                .param("subject", subject)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(rule.window()).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private void giveBack(SignInRule rule, String subject) {
        database.sql("""
                update access.sign_in_attempt set attempts = attempts - 1
                where rule = :rule and subject = :subject and attempts > 1""").param("rule", rule.name()).param("subject", subject).update();
    }

    private void forget(SignInRule rule, String subject) {
        database.sql("delete from access.sign_in_attempt where rule = :rule and subject = :subject")
                .param("rule", rule.name())
                .param("subject", subject)
                .update();
    }
}
