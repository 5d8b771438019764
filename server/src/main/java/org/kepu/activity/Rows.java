package org.kepu.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/** How the rows of the module are read. */
public final class Rows {

    /** An activity {@code a} with what belongs to it. */
    public static final String ACTIVITY = """
            select a.*,
                   array(select body from activity.organiser where activity = a.id order by position) as organisers,
                   array(select measure from activity.served_measure where activity = a.id order by measure) as measures
            """;

    /** Whether an activity {@code a} is within reach: of a division of the scope, or held by one of its bodies. */
    public static final String IN_REACH = """
            (a.region in (select region.reach(:scopeRegions, :scopeDay))
             or exists (select from activity.organiser o where o.activity = a.id and o.body = any(:scopeBodies)))
            """;

    private Rows() {}

    public static Activity activity(ResultSet row, int number) throws SQLException {
        return new Activity(
                new ActivityId(row.getObject("id", UUID.class)),
                described(row),
                Activity.State.valueOf(row.getString("state")),
                row.getInt("version"),
                instant(row, "published_at"),
                row.getString("cancel_reason"));
    }

    private static Described described(ResultSet row) throws SQLException {
        return new Described(
                row.getString("title"),
                row.getString("kind"),
                row.getString("campaign"),
                row.getString("summary"),
                List.of((String[]) row.getArray("audiences").getArray()),
                new RegionCode(row.getString("region")),
                new Place(
                        row.getString("place_kind"),
                        row.getString("place"),
                        row.getString("way"),
                        row.getObject("latitude", Double.class),
                        row.getObject("longitude", Double.class)),
                row.getString("access"),
                row.getString("safety"),
                row.getString("telephone"),
                ids(row, "organisers").stream().map(BodyId::new).toList(),
                ids(row, "measures").stream().map(MeasureId::new).toList());
    }

    /** A session; its columns are told by their names. */
    public static Session session(ResultSet row, int number) throws SQLException {
        var capacity = row.getObject("capacity", Integer.class);
        return new Session(
                new SessionId(row.getObject("id", UUID.class)),
                new ActivityId(row.getObject("activity", UUID.class)),
                moment(row, "starts_at"),
                moment(row, "ends_at"),
                capacity == null
                        ? null
                        : new Session.Seats(
                                capacity,
                                row.getInt("taken"),
                                row.getInt("waiting"),
                                row.getBoolean("waits"),
                                row.getInt("per_person"),
                                moment(row, "opens_at"),
                                moment(row, "closes_at"),
                                row.getObject("offer_minutes", Integer.class),
                                row.getBoolean("lottery"),
                                row.getInt("kept"),
                                Math.max(0, row.getInt("door_seats") - row.getInt("door_given"))),
                row.getObject("cancelled_at") != null);
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** As the database takes it. */
    public static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray(column).getArray());
    }
}
