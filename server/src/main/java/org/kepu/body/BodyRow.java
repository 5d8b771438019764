package org.kepu.body;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.RowMapper;

/** How a row of {@code body.body} becomes a {@link Body}. */
final class BodyRow {

    static final RowMapper<Body> MAPPER = (row, number) -> read(row);

    private BodyRow() {}

    static Body read(ResultSet row) throws SQLException {
        return new Body(
                new BodyId(row.getObject("id", UUID.class)),
                new RegionCode(row.getString("region")),
                row.getString("name"),
                BodyKind.valueOf(row.getString("kind")));
    }
}
