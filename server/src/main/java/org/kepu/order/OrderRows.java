package org.kepu.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.order.supply.SupplierId;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How rows of orders are read, and whose they are. */
final class OrderRows {

    /** In a division of the scope; read as a table, so that the planner knows how many divisions these are. */
    static final String OF_COMMUNITY =
            "o.region in (select code from region.reach(:scopeRegions, :scopeDay) as reached (code))";

    private static final String OF_OWN_DEPARTMENT = "o.department = any(:scopeBodies)";

    /** A team for whose body one acts, or which is at home in a division of the scope. */
    static final String OWN_TEAM =
            "(body = any(:scopeBodies) or region in (select region.reach(:scopeRegions, :scopeDay)))";

    /** Asked of a team of one's own, or had by it; or offered to all whose area it lies in. */
    static final String OF_TEAM = """
            (o.supplier = any(array(select id from orders.supplier where %1$s))
             or o.state = 'OFFERED' and o.supplier is null
                and o.way && array(select area from orders.supplier where active and %1$s))
            """.formatted(OWN_TEAM);

    private OrderRows() {}

    /** Dispatched to a body of the scope, or to one in a division of it. */
    static String ofDepartment(Scope scope) {
        return scope.regions().isEmpty()
                ? OF_OWN_DEPARTMENT
                : "(" + OF_OWN_DEPARTMENT + " or o.department is not null and " + OF_COMMUNITY + ")";
    }

    /** The order of this id as it is in this transaction. */
    static ServiceOrder get(JdbcClient database, OrderId id) {
        return database.sql("select * from orders.service_order where id = :id")
                .param("id", id.value())
                .query(OrderRows::order)
                .single();
    }

    static ServiceOrder order(ResultSet row, int number) throws SQLException {
        return new ServiceOrder(
                new OrderId(row.getObject("id", UUID.class)),
                row.getString("code"),
                new RegionCode(row.getString("region")),
                Arrays.stream((String[]) row.getArray("way").getArray())
                        .map(RegionCode::new)
                        .toList(),
                row.getString("subject"),
                row.getString("words"),
                row.getString("audience"),
                row.getInt("people"),
                row.getObject("wished_from", LocalDate.class),
                row.getObject("wished_to", LocalDate.class),
                row.getString("wished_hours"),
                supplier(row, "wished"),
                Wish.Channel.valueOf(row.getString("channel")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                instant(row, "answered_at"),
                OrderState.valueOf(row.getString("state")),
                row.getObject("department") == null ? null : new BodyId(row.getObject("department", UUID.class)),
                supplier(row, "supplier"),
                instant(row, "starts_at"),
                row.getObject("minutes", Integer.class),
                row.getObject("came", Integer.class),
                row.getObject("served_on", LocalDate.class),
                row.getObject("served_minutes", Integer.class),
                row.getObject("stars", Integer.class),
                row.getString("comment") == null ? "" : row.getString("comment"),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("escalated"),
                row.getInt("version"));
    }

    private static @Nullable SupplierId supplier(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new SupplierId(id);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** As the database takes it. */
    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
