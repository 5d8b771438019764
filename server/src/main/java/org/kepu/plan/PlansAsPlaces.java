package org.kepu.plan;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kepu.access.Place;
import org.kepu.access.PlanPlaces;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plans in force, as places for which a role can be given. */
@Component
class PlansAsPlaces implements PlanPlaces {

    private final JdbcClient database;

    PlansAsPlaces(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Place> named(String words, Scope scope, int limit) {
        return database.sql("""
                select id, title, region_code from plan.plan
                where title ilike all (:patterns) and region_code in (select region.reach(:scopeRegions, :scopeDay))
                order by period_from desc, region_code limit :limit
                """)
                .param("patterns", PlanSearch.patterns(words))
                .params(scope.parameters())
                .param("limit", limit)
                .query(PlansAsPlaces::place)
                .list();
    }

    @Override
    public Map<PlanId, Place> all(Collection<PlanId> plans) {
        return database
                .sql("select id, title, region_code from plan.plan where id = any (:ids)")
                .param("ids", plans.stream().map(PlanId::value).toArray(UUID[]::new))
                .query(PlansAsPlaces::place)
                .list()
                .stream()
                .collect(toMap(place -> PlanId.of(place.id()), identity()));
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                Place.Kind.PLAN,
                row.getString("id"),
                row.getString("title"),
                new RegionCode(row.getString("region_code")));
    }
}
