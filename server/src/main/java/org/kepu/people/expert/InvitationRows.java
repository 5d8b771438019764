package org.kepu.people.expert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/** How rows of invitations are read. */
final class InvitationRows {

    private InvitationRows() {}

    static Invitation read(ResultSet row, int number) throws SQLException {
        var proposed = row.getObject("proposed_at", OffsetDateTime.class);
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
                row.getBoolean("touring"),
                Invitation.State.valueOf(row.getString("state")),
                row.getString("reason"),
                proposed == null ? null : proposed.toInstant(),
                row.getObject("attendances", Integer.class));
    }

    static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
