package org.kepu.ledger.supervision.yearly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.ledger.supervision.SupervisionFiles;
import org.kepu.page.NotFound;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The three yearly facts of governments, those within reach. */
@Service
class YearlyFacts {

    private static final String FACT = """
            select fact.*, later.id is null as standing
            from ledger.yearly_fact fact left join ledger.yearly_fact later on later.supersedes = fact.id
            where fact.region_code in (select region.reach(:scopeRegions, :scopeDay))
            """;

    private final Regions regions;
    private final SupervisionFiles files;
    private final JdbcClient database;

    YearlyFacts(Regions regions, SupervisionFiles files, JdbcClient database) {
        this.regions = regions;
        this.files = files;
        this.database = database;
    }

    /** The divisions at which a reader begins: those for which one acts. */
    List<Region> own(Scope scope) {
        return regions.all(scope.regions()).values().stream()
                .sorted(java.util.Comparator.comparing(Region::code))
                .toList();
    }

    /**
     * A division within reach.
     *
     * @throws NotFound if it is not
     */
    Region region(Scope scope, RegionCode code) {
        return regions.find(code)
                .filter(found -> regions.reaches(scope, found.code()))
                .orElseThrow(NotFound::new);
    }

    /** Whether one states facts for a division. */
    boolean states(Scope scope, RegionCode code) {
        scope.demands(Right.RUN_LEDGER);
        return regions.reaches(scope, code);
    }

    /** Those of some divisions in a year that stand. */
    List<YearlyFact> standing(Scope scope, Collection<RegionCode> codes, int year) {
        scope.demands(Right.READ_LEDGER);
        return database.sql(FACT + " and fact.region_code = any (:codes) and fact.year = :year and later.id is null")
                .param("codes", codes.stream().map(RegionCode::value).toArray(String[]::new))
                .param("year", year)
                .params(scope.parameters())
                .query((row, number) -> fact(row))
                .list();
    }

    /** All that was ever said for a division and a year, the latest first. */
    List<YearlyFact> said(Scope scope, RegionCode code, int year) {
        scope.demands(Right.READ_LEDGER);
        return database.sql(FACT + " and fact.region_code = :code and fact.year = :year order by fact.at desc, fact.id")
                .param("code", code.value())
                .param("year", year)
                .params(scope.parameters())
                .query((row, number) -> fact(row))
                .list();
    }

    /**
     * The document of a fact.
     *
     * @throws NotFound if there is no such fact within reach, or it has none
     */
    ResponseEntity<Resource> document(Scope scope, UUID id) {
        scope.demands(Right.READ_LEDGER);
        return database.sql(FACT + " and fact.id = :id")
                .param("id", id)
                .params(scope.parameters())
                .query((row, number) -> fact(row))
                .optional()
                .flatMap(fact -> Optional.ofNullable(fact.file()))
                .map(files::download)
                .orElseThrow(NotFound::new);
    }

    private static YearlyFact fact(ResultSet row) throws SQLException {
        return new YearlyFact(
                row.getObject("id", UUID.class),
                new RegionCode(row.getString("region_code")),
                row.getInt("year"),
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("given"),
                row.getString("title"),
                row.getString("number"),
                row.getObject("signed_on", LocalDate.class),
                row.getObject("file", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("standing"));
    }
}
