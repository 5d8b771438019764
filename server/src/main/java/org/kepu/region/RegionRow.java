package org.kepu.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.jdbc.core.RowMapper;

/** How a row of {@code region.state} becomes a {@link Region}. */
final class RegionRow {

    static final RowMapper<Region> MAPPER = (row, number) -> read(row);

    private RegionRow() {}

    static Region read(ResultSet row) throws SQLException {
        var parent = row.getString("parent");
        return new Region(
                new RegionCode(row.getString("code")),
                row.getString("name"),
                RegionLevel.of(row.getInt("level")),
                parent == null ? null : new RegionCode(parent),
                Arrays.stream((String[]) row.getArray("traits").getArray())
                        .map(RegionTrait::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }
}
