package org.kepu.people.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/** How rows of teams are read. */
final class TeamRows {

    private TeamRows() {}

    static Team read(ResultSet row, int number) throws SQLException {
        var body = row.getObject("body", UUID.class);
        return new Team(
                row.getObject("id", UUID.class),
                row.getObject("above", UUID.class),
                Team.Level.valueOf(row.getString("level")),
                row.getString("title"),
                new RegionCode(row.getString("region")),
                body == null ? null : new BodyId(body),
                List.of((String[]) row.getArray("services").getArray()),
                row.getString("about"),
                row.getString("risks"),
                row.getString("training"),
                row.getString("insurance"),
                row.getString("line"),
                row.getBoolean("recruiting"),
                row.getBoolean("minors"),
                row.getObject("closed_on", LocalDate.class),
                row.getInt("version"));
    }
}
