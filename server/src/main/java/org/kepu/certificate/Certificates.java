package org.kepu.certificate;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.guard.SpokenCode;
import org.kepu.shared.Actor;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every capability issues its certificates, in the transaction in which they are earned. The caller has looked
 * whether the source is within reach. What was issued is never edited: it is revoked, and another is issued in its
 * place.
 */
@Service
public class Certificates {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient database;
    private final SealedHolders holders;
    private final RandomGenerator chance;
    private final Trail trail;
    private final Clock clock;

    Certificates(JdbcClient database, SealedHolders holders, RandomGenerator chance, Trail trail, Clock clock) {
        this.database = database;
        this.holders = holders;
        this.chance = chance;
        this.trail = trail;
        this.clock = clock;
    }

    /** Issues one, unless one holds for this source; says whether it did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean issue(Actor by, Award award) {
        int issued = database.sql("""
                        insert into certificate.certificate (id, kind, source, code, title, minutes, first_day, last_day, issuer, region,
                                                             holder, holder_print, issued_at, issued_by)
                        values (gen_random_uuid(), :kind, :source, :code, :title, :minutes, :first, :last, :issuer, :region,
                                :holder, :print, :now, :by)
                        on conflict (source) where revoked_at is null do nothing
                        """)
                .param("kind", award.kind().name())
                .param("source", award.source())
                .param("code", SpokenCode.random(chance))
                .param("title", award.title())
                .param("minutes", award.minutes())
                .param("first", award.first())
                .param("last", award.last())
                .param("issuer", award.issuer())
                .param("region", award.region().value())
                .param("holder", holders.seal(award.holder()))
                .param("print", holders.print(award.contact()))
                .param("now", now())
                .param("by", by.account())
                .update();
        return issued == 1;
    }

    /** From now on it does not hold; says no if none did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean revoke(Actor by, String source, Reason why) {
        var revoked = database.sql("""
                        update certificate.certificate set revoked_at = :now, revoked_by = :by, revoked_why = :why
                        where source = :source and revoked_at is null returning *
                        """)
                .param("now", now())
                .param("by", by.account())
                .param("why", why.words())
                .param("source", source)
                .query(this::certificate)
                .optional();
        revoked.ifPresent(gone -> trail.record(
                by,
                Act.of("certificate.act.revoked", "certificate", gone.number(), gone.title())
                        .in(new RegionCode(gone.region()))
                        .because(why.words())));
        return revoked.isPresent();
    }

    /** The last certificate of each of these sources, by source; one that was revoked too. */
    @Transactional(readOnly = true)
    public Map<String, Certificate> of(Collection<String> sources) {
        return database
                .sql("""
                        select distinct on (source) * from certificate.certificate where source = any(:sources)
                        order by source, serial desc
                        """)
                .param("sources", sources.toArray(String[]::new))
                .query(this::certificate)
                .list()
                .stream()
                .collect(toMap(Certificate::source, one -> one));
    }

    /** The one with this code. */
    @Transactional(readOnly = true)
    Optional<Certificate> find(String code) {
        return database.sql("select * from certificate.certificate where code = :code")
                .param("code", code)
                .query(this::certificate)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Certificate certificate(ResultSet row, int number) throws SQLException {
        var revoked = day(row.getObject("revoked_at", OffsetDateTime.class));
        return new Certificate(
                Certificate.Kind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getLong("serial"),
                row.getString("code"),
                row.getString("title"),
                row.getInt("minutes"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("issuer"),
                row.getString("region"),
                holders.open(row.getString("holder")),
                LocalDate.ofInstant(
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(), HERE),
                revoked == null ? null : new Certificate.Revoked(revoked, row.getString("revoked_why")));
    }

    private static @Nullable LocalDate day(@Nullable OffsetDateTime moment) {
        return moment == null ? null : LocalDate.ofInstant(moment.toInstant(), HERE);
    }
}
