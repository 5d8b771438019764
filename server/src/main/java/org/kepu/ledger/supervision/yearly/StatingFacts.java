package org.kepu.ledger.supervision.yearly;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.file.Keeping;
import org.kepu.ledger.supervision.SupervisionFiles;
import org.kepu.page.NotFound;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** An office states one of the three facts. What was said stays; a later word takes its place. */
@Service
class StatingFacts {

    private final YearlyFacts facts;
    private final SupervisionFiles files;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Trail trail;
    private final Clock clock;

    StatingFacts(
            YearlyFacts facts,
            SupervisionFiles files,
            JdbcClient database,
            TransactionTemplate transaction,
            Trail trail,
            Clock clock) {
        this.facts = facts;
        this.files = files;
        this.database = database;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param form a checked one
     * @throws NotFound if the division is not within reach
     */
    Stated state(Scope scope, RegionCode region, int year, YearlyFactForm form) {
        scope.demands(Right.RUN_LEDGER);
        if (!facts.states(scope, region)) {
            throw new NotFound();
        }
        return switch (files.keep(scope.actor(), form.file()).orElse(null)) {
            case null -> written(scope, region, year, form, null);
            case Keeping.Kept kept ->
                written(scope, region, year, form, kept.file().id().value());
            case Keeping.Refused refused -> new Stated.NotKept(refused);
        };
    }

    /** After the upload, which no transaction waits for. */
    private Stated written(Scope scope, RegionCode region, int year, YearlyFactForm form, @Nullable UUID file) {
        return requireNonNull(transaction.execute(begun -> write(scope, region, year, form, file)));
    }

    /** Where no new document was brought, that of the word before stays, as long as it names the same one. */
    private Stated write(Scope scope, RegionCode region, int year, YearlyFactForm form, @Nullable UUID file) {
        var id = requireNonNull(form.id());
        var kind = requireNonNull(form.kind());
        boolean given = requireNonNull(form.given());
        if (database.sql("select exists (select from ledger.yearly_fact where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single()) {
            return new Stated.Already();
        }
        int said = database.sql("""
                        insert into ledger.yearly_fact (id, region_code, year, kind, given, title, number, signed_on, file, supersedes, at, account)
                        select :id, :region, :year, :kind, :given, :title, :number, :signed::date,
                               coalesce(:file::uuid, (select file from ledger.yearly_fact
                                                      where id = :supersedes::uuid and title = :title and number = :number)),
                               :supersedes::uuid, :at, :account
                        where :supersedes::uuid is null
                           or exists (select from ledger.yearly_fact
                                      where id = :supersedes::uuid and region_code = :region and year = :year and kind = :kind)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("region", region.value())
                .param("year", year)
                .param("kind", kind.name())
                .param("given", given)
                .param("title", given ? form.title() : "")
                .param("number", given ? form.number() : "")
                .param("signed", given ? form.signedOn() : null)
                .param("file", given ? file : null)
                .param("supersedes", form.supersedes())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", scope.actor().account())
                .update();
        if (said == 0) {
            return new Stated.Overtaken();
        }
        trail.record(
                scope.actor(),
                Act.of("supervision.yearly.act.stated", "yearly-fact", id, year + " " + region.value())
                        .in(region)
                        .changed("supervision.yearly.kind", null, kind)
                        .changed("supervision.yearly.given", null, given)
                        .changed("supervision.yearly.document", null, given ? form.title() : null));
        return new Stated.Saved();
    }
}
