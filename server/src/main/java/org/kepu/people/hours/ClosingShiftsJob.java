package org.kepu.people.hours;

import java.time.Clock;
import java.util.UUID;
import org.kepu.people.ServiceRules;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes by rule what nobody closed: who came and was not seen off left when the shift was over, and somebody looks again. */
@Component
class ClosingShiftsJob {

    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final ServiceRules rules;
    private final Clock clock;

    ClosingShiftsJob(JdbcClient database, ServiceRules rules, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    private record Open(UUID duty, String region, java.time.OffsetDateTime endsAt) {}

    /** Who came after the end stays open: that is for somebody to look at. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 300_000)
    void close() {
        var now = clock.instant();
        database.sql("""
                        select d.id as duty, s.region, s.ends_at from people.duty d join people.shift s on s.id = d.shift
                        where d.state = 'PRESENT' and d.gone is null and d.came < upper(d.planned) and s.ends_at < :now order by s.ends_at limit :most
                        """).param("now", HoursRows.at(now)).param("most", AT_ONCE).query(Open.class).list().stream()
                .filter(open -> !open.endsAt()
                        .toInstant()
                        .plusSeconds(rules.of(new RegionCode(open.region())).closeAfter() * 60L)
                        .isAfter(now))
                .forEach(open -> close(open.duty()));
    }

    private void close(UUID duty) {
        database.sql("""
                        update people.duty set gone = upper(planned), closed_by_rule = true, unclosed = true
                        where id = :duty and state = 'PRESENT' and gone is null
                        """).param("duty", duty).update();
    }
}
