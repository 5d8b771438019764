package org.kepu.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A row of the trail as it lies in the database.
 *
 * @param number the order in which rows were begun, with gaps where a transaction was given up
 * @param mark the keyed hash by which the program knows its own rows
 */
record StoredEntry(long number, Entry entry, byte[] mark) {

    /** All columns of the table: each is part of the hash. */
    static final String COLUMNS = """
            e.number, e.id, e.at, e.actor, e.actor_kind, e.actor_name, e.represented, e.address, e.act, e.object_kind, e.object,
            e.label, e.region, e.subject, e.changes, e.reason, e.mark""";

    static StoredEntry of(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong("number"),
                new Entry(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("actor", UUID.class),
                        row.getString("actor_kind"),
                        row.getString("actor_name"),
                        row.getObject("represented", UUID.class),
                        row.getString("address"),
                        row.getString("act"),
                        row.getString("object_kind"),
                        row.getString("object"),
                        row.getString("label"),
                        row.getString("region"),
                        row.getObject("subject", UUID.class),
                        row.getString("changes"),
                        row.getString("reason")),
                row.getBytes("mark"));
    }

    /** The hash of a link at this position that holds this row, and with it all rows before. */
    byte[] hash(HashAlgorithm algorithm, byte[] previous, long position) {
        var digest = algorithm.digest();
        digest.update(new Fields()
                .add(previous)
                .add(position)
                .add(number)
                .add(entry.canonical())
                .add(mark)
                .bytes());
        return digest.digest();
    }
}
