package org.kepu.audit.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act.Change;
import org.kepu.page.Page;

/**
 * An act as the auditor reads it.
 *
 * @param who the name of the actor as it is today; empty if there is none any more
 * @param whom the name of the account in whose place they acted; empty if there is none
 * @param place the name of the division, or its code; empty if there is none
 * @param whose the name of the person whose data was touched
 * @param position its place in the chain; 0 while it waits for one
 */
public record TrailRow(
        long number,
        UUID id,
        Instant at,
        UUID actor,
        String actorKind,
        String who,
        @Nullable UUID represented,
        String whom,
        String address,
        String act,
        String objectKind,
        String object,
        String label,
        @Nullable String region,
        String place,
        @Nullable UUID subject,
        String whose,
        List<Change> changes,
        String reason,
        long position,
        String hash) {

    public TrailRow {
        changes = List.copyOf(changes);
    }

    /** The act as a sentence; a key that no bundle knows is shown as it is. */
    public String said(Page page) {
        return words(page, act);
    }

    /** Whether it says of somebody else than who acted whose data was touched. */
    public boolean concernsAnother() {
        return subject != null && !subject.equals(actor);
    }

    /** Whether one of the program's own jobs acted. */
    public boolean byProgram() {
        return actorKind.equals("PROGRAM");
    }

    /** What a value of a changed field is called; one that its module has no word for is shown as it is. */
    public static String value(Page page, String field, String value) {
        return String.valueOf(page.messages().getMessage(field + "." + value, null, value, page.locale()));
    }

    /** What a job of the program is called. */
    public static String program(Page page, String job) {
        var key = "audit.program." + job.replace(' ', '-');
        return page.say("audit.program", String.valueOf(page.messages().getMessage(key, null, job, page.locale())));
    }

    /** A changed field in words, where its module has some. */
    public static String words(Page page, String key) {
        return String.valueOf(page.messages().getMessage(key, null, key, page.locale()));
    }

    /** Names stay out of logs. */
    @Override
    public String toString() {
        return "TrailRow[" + id + "]";
    }
}
