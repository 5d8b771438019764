package org.kepu.people.hours;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Facts;
import org.kepu.indicator.Source;
import org.kepu.people.Persons;
import org.kepu.people.ServiceTerms;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what counts of a shift as facts, one for each day of it: minutes, and the marks of those who served. The shift is locked. */
@Component
class FactsOfService {

    /** The name of the source. */
    static final String SOURCE = "volunteer";

    private final JdbcClient database;
    private final Facts facts;
    private final Persons persons;
    private final ServiceTerms terms;

    FactsOfService(JdbcClient database, Facts facts, Persons persons, ServiceTerms terms) {
        this.database = database;
        this.facts = facts;
        this.persons = persons;
        this.terms = terms;
    }

    private record Served(LocalDate day, UUID volunteer, int minutes) {}

    void tell(Actor by, Shift shift) {
        var served =
                database.sql("""
                        select e.day, e.volunteer, sum(e.minutes)::int as minutes
                        from people.hours_entry e join people.duty d on d.id = e.duty
                        where d.shift = :shift group by e.day, e.volunteer order by e.day, e.volunteer
                        """).param("shift", shift.id()).query(Served.class).list();
        var byDay = served.stream().collect(Collectors.groupingBy(Served::day));
        var first = byDay.entrySet().stream()
                .filter(day -> day.getValue().stream().anyMatch(one -> one.minutes() > 0))
                .map(java.util.Map.Entry::getKey)
                .min(LocalDate::compareTo);
        byDay.forEach((day, all) -> {
            var counts = all.stream().filter(one -> one.minutes() > 0).toList();
            if (counts.isEmpty()) {
                facts.settleNothing(by, SOURCE, source(shift, day));
            } else {
                facts.settle(
                        by, fact(shift, day, counts, first.filter(day::equals).isPresent()));
            }
        });
    }

    private Fact fact(Shift shift, LocalDate day, List<Served> served, boolean first) {
        int minutes = served.stream().mapToInt(Served::minutes).sum();
        return Fact.of(
                        Source.of(SOURCE, source(shift, day)),
                        terms.service(shift.service()).orElseThrow().fact(),
                        day,
                        shift.region(),
                        shift.title())
                .with(new Amounts(first ? 1 : 0, served.size(), minutes, 0, 0))
                .by(Stream.ofNullable(shift.body()).toList())
                .of(served.stream().map(one -> persons.mark(one.volunteer())).collect(Collectors.toUnmodifiableSet()));
    }

    private static String source(Shift shift, LocalDate day) {
        return shift.id() + "/" + day;
    }
}
