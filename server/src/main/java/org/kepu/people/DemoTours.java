package org.kepu.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.people.expert.Expert;
import org.kepu.people.expert.Experts;
import org.kepu.people.expert.InvitingExperts;
import org.kepu.people.expert.InvitingForm;
import org.kepu.people.tour.PlanningTours;
import org.kepu.people.tour.TourForm;
import org.kepu.people.tour.Tours;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A batch of experts that is over and one that is under way (示例数据), with the experts of {@link DemoService}. Where there is a tour already,
 * or no association to be in charge, nothing is added.
 */
@Service
@Order(7)
class DemoTours implements Demo {

    private final Tours tours;
    private final PlanningTours planning;
    private final Experts experts;
    private final InvitingExperts inviting;
    private final Bodies bodies;
    private final JdbcClient database;
    private final Clock clock;

    DemoTours(
            Tours tours,
            PlanningTours planning,
            Experts experts,
            InvitingExperts inviting,
            Bodies bodies,
            JdbcClient database,
            Clock clock) {
        this.tours = tours;
        this.planning = planning;
        this.experts = experts;
        this.inviting = inviting;
        this.bodies = bodies;
        this.database = database;
        this.clock = clock;
    }

    /** @param first days from today, {@code last} too */
    private record TourRow(
            String programme,
            String title,
            String region,
            int first,
            int last,
            String criteria,
            String topic,
            List<String> banners,
            List<CallRow> calls) {}

    /**
     * @param expert the words by which their topics are known
     * @param attendances null if it is to come
     * @param agreed whether the expert has said yes
     */
    private record CallRow(
            String banner,
            String expert,
            String title,
            String place,
            int day,
            String from,
            String to,
            boolean agreed,
            @Nullable Integer attendances) {}

    @Override
    public void load(Desk program) {
        var scope = program.scope(Right.KEEP_EXPERTS);
        if (database.sql("select exists (select from people.tour)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        read().forEach(row -> bodies.in(new RegionCode(row.region())).stream()
                .filter(body -> body.name().contains("科协"))
                .findFirst()
                .ifPresent(body -> plant(scope, row, body)));
    }

    private void plant(Scope scope, TourRow row, Body body) {
        var planned = planning.plan(
                scope,
                new TourForm(
                        UUID.randomUUID(),
                        row.programme(),
                        row.region(),
                        row.title(),
                        body.id().value(),
                        day(row.first()).toString(),
                        day(Math.max(row.last(), 2)).toString(),
                        row.criteria(),
                        row.topic(),
                        row.banners(),
                        0));
        if (planned instanceof PlanningTours.Kept.Done(var tour)) {
            planning.announce(scope, tour, true);
            row.calls().forEach(call -> invite(scope, tour, call, body));
            database.sql("update people.tour set last_day = :last where id = :id")
                    .param("last", day(row.last()))
                    .param("id", tour)
                    .update();
        }
    }

    /** Nobody is invited into the past: what took place is invited for tomorrow, and set back. */
    private void invite(Scope scope, UUID tour, CallRow row, Body body) {
        var expert = experts.all(scope, "", row.expert()).stream()
                .findFirst()
                .map(Expert::id)
                .orElseThrow();
        inviting.invite(
                scope,
                expert,
                new InvitingForm(
                        row.title(),
                        body.id().value(),
                        row.banner(),
                        row.place(),
                        day(Math.max(row.day(), 1)).toString(),
                        row.from(),
                        row.to(),
                        "",
                        tour,
                        null));
        var invitation = inviting.of(scope, expert).stream()
                .filter(one -> tour.equals(one.tour()) && one.title().equals(row.title()))
                .findFirst()
                .orElseThrow();
        if (row.agreed()) {
            database.sql("""
                            update people.invitation set state = 'ACCEPTED', starts_at = :from, ends_at = :to, sent_at = least(sent_at, :sent),
                                   answered_at = least(sent_at, :sent) + interval '1 day' where id = :id
                            """)
                    .param("from", at(row.day(), row.from()).atOffset(ZoneOffset.UTC))
                    .param("to", at(row.day(), row.to()).atOffset(ZoneOffset.UTC))
                    .param("sent", at(row.day() - 20, row.from()).atOffset(ZoneOffset.UTC))
                    .param("id", invitation.id())
                    .update();
        }
        if (row.attendances() != null) {
            inviting.settle(scope, expert, invitation.id(), InvitingExperts.Settling.SERVED, row.attendances(), null);
        }
    }

    private LocalDate day(int from) {
        return LocalDate.now(clock).plusDays(from);
    }

    private Instant at(int day, String time) {
        return day(day).atTime(LocalTime.parse(time)).atZone(clock.getZone()).toInstant();
    }

    private static List<TourRow> read() {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var file = new ClassPathResource("demo/tours.yaml").getInputStream()) {
            List<Object> rows = new Yaml().load(file);
            return rows.stream()
                    .map(row -> strict.convertValue(row, TourRow.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
