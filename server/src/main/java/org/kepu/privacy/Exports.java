package org.kepu.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Guards lists with personal data that leave the platform: a right, a reason, a number, a line on the trail, a watermark. */
@Service
public class Exports {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final JdbcClient database;
    private final Trail trail;
    private final Clock clock;

    Exports(JdbcClient database, Trail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * An export that has begun.
     *
     * @param number by which a leaked copy is traced
     * @param by who exports it, by the name of the moment
     */
    public record Export(long number, String by, Instant at, String reason) {

        /** What stands on the copy: who, when, why, number. Stays in the list's own language. */
        public String watermark() {
            return "导出编号 %d · %s · %s · 用途：%s · 含个人信息，不得转发".formatted(number, by, MINUTE.format(at), reason);
        }

        @Override
        public String toString() {
            return "Export[" + number + "]";
        }
    }

    /** Begins an export, in the transaction that reads the list; without one nothing is given out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Export begin(Scope scope, String list, @Nullable RegionCode region, Reason reason) {
        scope.demands(Right.EXPORT_PERSONAL);
        var at = clock.instant();
        var number = database.sql("""
                insert into privacy.export (list, region_code, exporter, reason, at)
                values (:list, :region, :exporter, :reason, :at) returning number
                """)
                .param("list", list)
                .param("region", region == null ? null : region.value())
                .param("exporter", scope.actor().account())
                .param("reason", reason.words())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        trail.record(
                scope.actor(),
                Act.of("privacy.act.exported", "export", number, list)
                        .in(region)
                        .because(reason.words()));
        return new Export(number, scope.actor().name(), at, reason.words());
    }

    /** A line of the book of exports. */
    public record Line(long number, String list, UUID by, String reason, Instant at) {}

    /** The exports within reach, the last first. */
    public List<Line> all(Scope scope) {
        scope.demands(Right.KEEP_PRIVACY);
        return database.sql("""
                select number, list, exporter, reason, at from privacy.export
                where region_code in (select region.reach(:scopeRegions, :scopeDay)) order by number desc limit 500
                """).params(scope.parameters()).query(Exports::line).list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("number"),
                row.getString("list"),
                row.getObject("exporter", UUID.class),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
