package org.kepu.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The children whom people enter, so that they need not type them for each activity. Rests on the guardian's consent
 * (个人信息保护法第三十一条) and ends with it.
 */
@Service
public class Dependants {

    public static final String PURPOSE = "dependants";
    public static final int LONGEST_NAME = 40;

    /** More than any family has, and too few for a machine to fill the table. */
    public static final int MOST = 12;

    static final String NAME = "privacy.dependant.name";
    static final String BIRTH = "privacy.dependant.birth_month";

    private final JdbcClient database;
    private final Vault vault;
    private final Consents consents;
    private final Divisions divisions;
    private final Trail trail;
    private final Clock clock;

    Dependants(JdbcClient database, Vault vault, Consents consents, Divisions divisions, Trail trail, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.consents = consents;
        this.divisions = divisions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Enters a child together with the guardian's consent; says no if there are too many already. */
    @Transactional
    public boolean enter(Actor guardian, String name, YearMonth birth) {
        consents.give(guardian.account(), PURPOSE, Consents.How.SCREEN, guardian);
        if (of(guardian.account()).size() >= MOST) {
            return false;
        }
        var id = database.sql("""
                insert into privacy.dependant (guardian, region_code, name, birth_month, entered_at)
                values (:guardian, :region, :name, :birth, :now) returning id
                """)
                .param("guardian", guardian.account())
                .param("region", divisions.topmost().map(RegionCode::value).orElse(null))
                .param("name", vault.seal(NAME, name.strip()))
                .param("birth", vault.seal(BIRTH, birth.toString()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
        trail.record(
                guardian,
                Act.of("privacy.act.dependant.entered", "dependant", id, "").about(guardian.account()));
        return true;
    }

    @Transactional
    public void remove(Actor guardian, UUID id) {
        int gone = database.sql("delete from privacy.dependant where id = :id and guardian = :guardian")
                .param("id", id)
                .param("guardian", guardian.account())
                .update();
        if (gone == 0) {
            throw new NotFound();
        }
        trail.record(
                guardian,
                Act.of("privacy.act.dependant.removed", "dependant", id, "").about(guardian.account()));
    }

    /** The guardian's own list, in the order of entry. */
    public List<Dependant> of(UUID guardian) {
        return database.sql("""
                select id, name, birth_month from privacy.dependant where guardian = :guardian order by entered_at, id
                """)
                .param("guardian", guardian)
                .query(this::dependant)
                .list();
    }

    /** The same for the privacy desk, which shows them masked. */
    public List<Dependant> of(Scope scope, UUID guardian) {
        scope.demands(Right.KEEP_PRIVACY);
        return database.sql("""
                select id, name, birth_month from privacy.dependant
                where guardian = :guardian and region_code in (select region.reach(:scopeRegions, :scopeDay))
                order by entered_at, id
                """)
                .param("guardian", guardian)
                .params(scope.parameters())
                .query(this::dependant)
                .list();
    }

    Optional<Found> find(Scope scope, UUID id) {
        return database.sql("""
                select id, name, birth_month, guardian, region_code from privacy.dependant
                where id = :id and region_code in (select region.reach(:scopeRegions, :scopeDay))
                """)
                .param("id", id)
                .params(scope.parameters())
                .query((row, number) -> new Found(
                        dependant(row, number),
                        row.getObject("guardian", UUID.class),
                        new RegionCode(row.getString("region_code"))))
                .optional();
    }

    /** A dependant with guardian and place, and whether it is under 14 today. */
    record Found(Dependant dependant, UUID guardian, RegionCode region) {}

    boolean minor(Dependant dependant) {
        return dependant.minor(LocalDate.now(clock));
    }

    int removeAll(UUID guardian) {
        return database.sql("delete from privacy.dependant where guardian = :guardian")
                .param("guardian", guardian)
                .update();
    }

    @EventListener
    void consentIsGone(Consents.Withdrawn withdrawn) {
        if (withdrawn.purpose().equals(PURPOSE)) {
            removeAll(withdrawn.person());
        }
    }

    private Dependant dependant(ResultSet row, int number) throws SQLException {
        return new Dependant(
                row.getObject("id", UUID.class),
                vault.open(NAME, row.getString("name")),
                YearMonth.parse(vault.open(BIRTH, row.getString("birth_month"))));
    }
}
