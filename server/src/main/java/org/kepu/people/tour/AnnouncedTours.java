package org.kepu.people.tour;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.people.Persons;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Tours as the public reads of them: where, when, of what; names only of experts who agreed to be published. */
@Service
@PublicKnowledge("each was announced by the body in charge")
public class AnnouncedTours {

    private static final int MONTHS_BACK = 12;

    private final JdbcClient database;
    private final Persons persons;
    private final Clock clock;

    AnnouncedTours(JdbcClient database, Persons persons, Clock clock) {
        this.database = database;
        this.persons = persons;
        this.clock = clock;
    }

    /** A tour with its stops. */
    public record Announced(Tour tour, List<Place> places) {}

    /**
     * A tour that is over.
     *
     * @param visited at how many of its stops there was a service
     */
    public record Past(Tour tour, int visited, int stops) {}

    /** A banner that it goes to. */
    public record Place(RegionCode banner, Planned planned, String topic, List<Talk> talks) {}

    /**
     * What is agreed upon, or took place.
     *
     * @param place empty if it tells too much: it was written before places were looked at
     * @param expert the name; null if they are not published
     */
    public record Talk(
            String title,
            RegionCode region,
            String place,
            Instant starts,
            boolean served,
            @Nullable String expert) {}

    /** Those of the last twelve months that are over and were not called off, the earliest first. */
    List<Past> past() {
        var today = LocalDate.now(clock);
        return database.sql("""
                        select t.*, count(s.banner)::int as stops,
                               (count(s.banner) filter (where exists (select from people.invitation i
                                                                      where i.tour = s.tour and i.banner = s.banner and i.state = 'SERVED')))::int as visited
                        from people.tour t left join people.tour_stop s on s.tour = t.id and s.taken_out_at is null
                        where t.announced_at is not null and t.cancelled_at is null and t.last_day >= :since and t.last_day < :today
                        group by t.id order by t.first_day, t.id
                        """)
                .param("since", today.minusMonths(MONTHS_BACK))
                .param("today", today)
                .query((row, number) -> new Past(Tours.read(row), row.getInt("visited"), row.getInt("stops")))
                .list();
    }

    /** Those to come and running, the earliest first; also those that were called off. */
    List<Announced> coming() {
        return database
                .sql(
                        "select t.* from people.tour t where t.announced_at is not null and t.last_day >= :today order by t.first_day, t.id")
                .param("today", LocalDate.now(clock))
                .query((row, number) -> Tours.read(row))
                .list()
                .stream()
                .map(tour -> new Announced(tour, places(tour.id())))
                .toList();
    }

    private record Agreed(RegionCode banner, Talk talk) {}

    private List<Place> places(UUID tour) {
        var talks = database.sql("""
                        select i.banner, i.title, i.region, i.place, i.starts_at, i.state,
                               case when e.published and e.left_on is null then e.person end as person
                        from people.invitation i join people.expert e on e.id = i.expert
                        where i.tour = :tour and i.banner is not null and i.state in ('ACCEPTED', 'SERVED') order by i.starts_at, i.id
                        """).param("tour", tour).query(this::agreed).list().stream()
                .collect(groupingBy(Agreed::banner));
        return database.sql("""
                        select banner, planned, topic from people.tour_stop where tour = :tour and taken_out_at is null
                        order by planned = '', planned, banner
                        """)
                .param("tour", tour)
                .query((row, number) -> {
                    var banner = new RegionCode(row.getString("banner"));
                    return new Place(
                            banner,
                            new Planned(row.getString("planned")),
                            row.getString("topic"),
                            talks.getOrDefault(banner, List.of()).stream()
                                    .map(Agreed::talk)
                                    .toList());
                })
                .list();
    }

    private static String publicly(String place) {
        return Reason.tellsTooMuch(place) ? "" : place;
    }

    private Agreed agreed(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person", UUID.class);
        return new Agreed(
                new RegionCode(row.getString("banner")),
                new Talk(
                        row.getString("title"),
                        new RegionCode(row.getString("region")),
                        publicly(row.getString("place")),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getString("state").equals("SERVED"),
                        person == null
                                ? null
                                : persons.inFull(person)
                                        .map(Persons.InFull::name)
                                        .orElse(null)));
    }
}
