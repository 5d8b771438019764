package org.kepu.order.supply;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kepu.shared.BodyId;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The menu: which teams and experts there are, what they offer, and where. */
@Service
@PublicKnowledge("who offers what is there to be asked for by everybody")
public class Suppliers {

    private static final String COME = "active and (area = any(:way::text[]) or :league = any(way))";

    private final JdbcClient database;

    Suppliers(JdbcClient database) {
        this.database = database;
    }

    /** @param total of all pages */
    public record Listing(List<Supplier> suppliers, long total) {
        public Listing {
            suppliers = List.copyOf(suppliers);
        }
    }

    public Optional<Supplier> find(SupplierId id) {
        return database.sql("select * from orders.supplier where id = :id")
                .param("id", id.value())
                .query(Suppliers::supplier)
                .optional();
    }

    /** What those of the ids are called. */
    public Map<SupplierId, String> titles(Collection<SupplierId> ids) {
        return database
                .sql("select * from orders.supplier where id = any(:ids)")
                .param("ids", ids.stream().map(SupplierId::value).distinct().toArray(UUID[]::new))
                .query(Suppliers::supplier)
                .list()
                .stream()
                .collect(toMap(Supplier::id, Supplier::title));
    }

    /** Whether they serve at the end of this way from the top down. */
    public boolean serves(SupplierId id, List<RegionCode> way) {
        return database.sql(
                        "select exists (select from orders.supplier where id = :id and active and area = any(:way::text[]))")
                .param("id", id.value())
                .param("way", way.stream().map(RegionCode::value).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Whether they can be asked to the end of this way: they serve there, or are at home in the same league. */
    public boolean comes(SupplierId id, List<RegionCode> way) {
        return database.sql("select exists (select from orders.supplier where id = :id and " + COME + ")")
                .param("id", id.value())
                .params(along(way))
                .query(Boolean.class)
                .single();
    }

    /** Those who can be asked there, the nearest first. */
    public List<Supplier> nearby(List<RegionCode> way, int most) {
        return database.sql("select * from orders.supplier where " + COME + """
                         order by (select count(*) from unnest(:way::text[]) as step (code) where step.code = any(way)) desc, title, id
                         limit :most
                        """)
                .params(along(way))
                .param("most", most)
                .query(Suppliers::supplier)
                .list();
    }

    private static Map<String, Object> along(List<RegionCode> way) {
        return Map.of(
                "way", way.stream().map(RegionCode::value).toArray(String[]::new),
                "league", way.get(Math.min(1, way.size() - 1)).value());
    }

    /**
     * A page of the menu, for everybody.
     *
     * @param way from the top down to where one is; empty: everywhere
     * @param subject empty: any
     */
    public Listing menu(List<RegionCode> way, String subject, int page, int size) {
        return listing("""
                active and (:subject = '' or :subject = any(subjects)) and (cardinality(:way::text[]) = 0 or area = any(:way::text[]))
                """, way, subject, page, size);
    }

    /** Those for whom somebody acts. */
    public List<Supplier> of(Scope scope) {
        return database.sql("""
                        select * from orders.supplier
                        where body = any(:scopeBodies) or region in (select region.reach(:scopeRegions, :scopeDay))
                        order by title limit 100
                        """)
                .params(scope.parameters())
                .query(Suppliers::supplier)
                .list();
    }

    private Listing listing(String fitting, List<RegionCode> way, String subject, int page, int size) {
        record Counted(Supplier supplier, long total) {}
        var rows = database.sql("select *, count(*) over () as total from orders.supplier where " + fitting
                        + " order by region, title limit :size offset :before")
                .param("way", way.stream().map(RegionCode::value).toArray(String[]::new))
                .param("subject", subject)
                .param("size", size)
                .param("before", (page - 1) * size)
                .query((row, number) -> new Counted(supplier(row, number), row.getLong("total")))
                .list();
        return new Listing(
                rows.stream().map(Counted::supplier).toList(),
                rows.isEmpty() ? 0 : rows.getFirst().total());
    }

    static Supplier supplier(ResultSet row, int number) throws SQLException {
        int rated = row.getInt("rated");
        return new Supplier(
                new SupplierId(row.getObject("id", UUID.class)),
                Supplier.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("about"),
                new BodyId(row.getObject("body", UUID.class)),
                new RegionCode(row.getString("region")),
                new RegionCode(row.getString("area")),
                words(row, "subjects"),
                words(row, "audiences"),
                row.getInt("capacity"),
                row.getBoolean("active"),
                row.getInt("served"),
                row.getObject("last_served", LocalDate.class),
                rated == 0 ? null : (double) row.getInt("stars") / rated,
                row.getInt("version"));
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
