package org.kepu.activity.sheet;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Rows;
import org.kepu.activity.SessionId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was taken from tables, for ever: a number within a division names one activity, number and beginning one session. */
@Component
class TakenRows {

    private final JdbcClient database;

    TakenRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * An activity that a number names.
     *
     * @param activity null: it was never taken from a table, the number is the platform's own
     * @param told a print of what was told of it
     * @param open whether sessions can be added to it
     */
    record Named(@Nullable ActivityId activity, String told, boolean open) {}

    /** A session by its number and its beginning, in seconds. */
    record Key(String number, long starts) {}

    /** From here on one table of a division at a time is taken over, until the transaction ends. */
    void lock(RegionCode numbering) {
        database.sql("select pg_advisory_xact_lock(hashtext('activity.sheet.' || :region))::text")
                .param("region", numbering.value())
                .query((row, number) -> true)
                .single();
    }

    /** Those of the numbers that are known: by an earlier table, or as the identity that the platform has written into one. */
    Map<String, Named> named(Scope scope, RegionCode numbering, Collection<String> numbers) {
        var asked = numbers.toArray(String[]::new);
        var named = new HashMap<String, Named>();
        database.sql("select id::text as id from activity.activity a where id::text = any (:numbers) and "
                        + Rows.IN_REACH)
                .param("numbers", asked)
                .params(scope.parameters())
                .query(String.class)
                .list()
                .forEach(id -> named.put(id, new Named(null, "", false)));
        database.sql("select number, activity, told, a.state <> 'CANCELLED' and " + Rows.IN_REACH + """
                         as open
                        from activity.sheet_activity sheet join activity.activity a on a.id = sheet.activity
                        where sheet.region = :numbering and number = any (:numbers)
                        """)
                .param("numbering", numbering.value())
                .param("numbers", asked)
                .params(scope.parameters())
                .query((row, count) -> Map.entry(
                        row.getString("number"),
                        new Named(
                                new ActivityId(row.getObject("activity", UUID.class)),
                                row.getString("told"),
                                row.getBoolean("open"))))
                .list()
                .forEach(one -> named.put(one.getKey(), one.getValue()));
        return named;
    }

    /** The sessions that were taken by these numbers. */
    Set<Key> taken(RegionCode numbering, Collection<String> numbers) {
        return database
                .sql(
                        "select number, starts_at from activity.sheet_session where region = :numbering and number = any (:numbers)")
                .param("numbering", numbering.value())
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, count) -> new Key(
                        row.getString("number"), Rows.moment(row, "starts_at").getEpochSecond()))
                .list()
                .stream()
                .collect(toSet());
    }

    /** Remembers what is new. */
    void remember(RegionCode numbering, Map<String, Named> activities, Map<Key, SessionId> sessions) {
        var names = List.copyOf(activities.entrySet());
        database.sql("""
                        insert into activity.sheet_activity (region, number, activity, told)
                        select :numbering, number, activity, told
                        from unnest(:numbers::text[], :activities::uuid[], :told::text[]) as fresh (number, activity, told)
                        """)
                .param("numbering", numbering.value())
                .param("numbers", names.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "activities",
                        names.stream()
                                .map(one -> Objects.requireNonNull(
                                                one.getValue().activity())
                                        .value())
                                .toArray(UUID[]::new))
                .param("told", names.stream().map(one -> one.getValue().told()).toArray(String[]::new))
                .update();
        var keys = List.copyOf(sessions.entrySet());
        database.sql("""
                        insert into activity.sheet_session (region, number, starts_at, session)
                        select :numbering, number, to_timestamp(starts), session
                        from unnest(:numbers::text[], :starts::bigint[], :sessions::uuid[]) as fresh (number, starts, session)
                        """)
                .param("numbering", numbering.value())
                .param(
                        "numbers",
                        keys.stream().map(one -> one.getKey().number()).toArray(String[]::new))
                .param("starts", keys.stream().map(one -> one.getKey().starts()).toArray(Long[]::new))
                .param(
                        "sessions",
                        keys.stream().map(one -> one.getValue().value()).toArray(UUID[]::new))
                .update();
    }
}
