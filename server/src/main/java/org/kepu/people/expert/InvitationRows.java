package org.kepu.people.expert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.people.tour.Programme;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/** How rows of invitations are read. */
final class InvitationRows {

    /** An invitation {@code i} with the programme of its tour. */
    static final String SELECT =
            "select i.*, t.programme from people.invitation i left join people.tour t on t.id = i.tour where ";

    private InvitationRows() {}

    static Invitation read(ResultSet row, int number) throws SQLException {
        var proposed = row.getObject("proposed_at", OffsetDateTime.class);
        var programme = row.getString("programme");
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getObject("expert", UUID.class),
                new BodyId(row.getObject("body", UUID.class)),
                row.getString("title"),
                new RegionCode(row.getString("region")),
                row.getString("place"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("words"),
                row.getObject("tour", UUID.class),
                programme == null ? null : Programme.valueOf(programme),
                Invitation.State.valueOf(row.getString("state")),
                row.getString("reason"),
                proposed == null ? null : proposed.toInstant(),
                row.getObject("attendances", Integer.class));
    }

    static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
