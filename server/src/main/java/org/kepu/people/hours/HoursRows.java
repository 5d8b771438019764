package org.kepu.people.hours;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.people.PersonContacts;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/** How the rows of shifts and duties are read. */
final class HoursRows {

    /** A shift {@code s} with its team {@code t}. */
    static final String SHIFT = """
            select s.*, t.title as team_title, t.body,
                   (select count(*) from people.duty d where d.shift = s.id and d.state in ('PLANNED', 'PRESENT')) as taken
            from people.shift s join people.team t on t.id = s.team
            """;

    /** A duty {@code d} of a person {@code p} in a shift {@code s} of a team {@code t}. */
    static final String DUTY = "select d.*, v.staff, " + PersonContacts.COLUMNS + """
            ,
                   (d.entered_at >= s.ends_at or s.kept_at >= s.starts_at) as afterwards,
                   (select coalesce(sum(e.minutes), 0) from people.hours_entry e where e.duty = d.id) as minutes
            from people.duty d join people.shift s on s.id = d.shift join people.team t on t.id = s.team
                 join people.volunteer v on v.person = d.volunteer join people.person p on p.id = d.volunteer
            """;

    private HoursRows() {}

    static Shift shift(ResultSet row, int number) throws SQLException {
        var body = row.getObject("body", UUID.class);
        return new Shift(
                row.getObject("id", UUID.class),
                row.getObject("team", UUID.class),
                row.getString("team_title"),
                body == null ? null : new BodyId(body),
                row.getString("title"),
                row.getString("service"),
                new RegionCode(row.getString("region")),
                row.getString("place"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                moment(row, "starts_at"),
                moment(row, "ends_at"),
                row.getInt("places"),
                row.getString("about"),
                row.getString("risks"),
                row.getBoolean("imported"),
                row.getString("cancelled_why"),
                row.getInt("taken"));
    }

    static Duty duty(ResultSet row, PersonContacts contacts) throws SQLException {
        return new Duty(
                row.getObject("id", UUID.class),
                row.getObject("shift", UUID.class),
                contacts.person(row),
                row.getBoolean("staff"),
                Duty.State.valueOf(row.getString("state")),
                instant(row, "came"),
                instant(row, "gone"),
                row.getBoolean("closed_by_rule"),
                row.getBoolean("unclosed"),
                row.getBoolean("imported"),
                row.getBoolean("afterwards"),
                Arrays.stream((String[]) row.getArray("flags").getArray())
                        .map(Duty.Flag::valueOf)
                        .toList(),
                instant(row, "team_at"),
                row.getObject("team_by", UUID.class),
                instant(row, "own_at"),
                row.getString("own_paper"),
                row.getInt("minutes"));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
