package org.kepu.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.people.expert.ExpertForm;
import org.kepu.people.expert.Experts;
import org.kepu.people.hours.ConfirmingHours;
import org.kepu.people.hours.PlanningShifts;
import org.kepu.people.hours.ShiftForm;
import org.kepu.people.hours.Shifts;
import org.kepu.people.hours.TakingPart;
import org.kepu.people.roster.Demands;
import org.kepu.people.roster.RosterForm;
import org.kepu.people.roster.RosterKind;
import org.kepu.people.roster.Rosters;
import org.kepu.people.team.JoinForm;
import org.kepu.people.team.JoiningTeams;
import org.kepu.people.team.KeepingTeams;
import org.kepu.people.team.TeamForm;
import org.kepu.people.team.Teams;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.PhoneNumber;
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

/** Teams, shifts, experts and rosters of three leagues (示例数据). Where there is a team already, nothing is added. */
@Service
@Order(6)
class DemoService implements Demo {

    private static final String AGREED = "示例数据";

    private final Teams teams;
    private final KeepingTeams keeping;
    private final JoiningTeams joining;
    private final PlanningShifts planning;
    private final Shifts shifts;
    private final TakingPart part;
    private final ConfirmingHours confirming;
    private final Experts experts;
    private final Rosters rosters;
    private final Demands demands;
    private final Persons persons;
    private final Bodies bodies;
    private final JdbcClient database;
    private final Clock clock;

    DemoService(
            Teams teams,
            KeepingTeams keeping,
            JoiningTeams joining,
            PlanningShifts planning,
            Shifts shifts,
            TakingPart part,
            ConfirmingHours confirming,
            Experts experts,
            Rosters rosters,
            Demands demands,
            Persons persons,
            Bodies bodies,
            JdbcClient database,
            Clock clock) {
        this.teams = teams;
        this.keeping = keeping;
        this.joining = joining;
        this.planning = planning;
        this.shifts = shifts;
        this.part = part;
        this.confirming = confirming;
        this.experts = experts;
        this.rosters = rosters;
        this.demands = demands;
        this.persons = persons;
        this.bodies = bodies;
        this.database = database;
        this.clock = clock;
    }

    private record Content(
            List<TeamRow> teams,
            List<ExpertRow> experts,
            List<RosterRow> roster,
            List<NumberRow> numbers,
            List<DemandRow> demands) {}

    private record TeamRow(
            String title,
            String region,
            @Nullable String body,
            List<String> services,
            String about,
            String risks,
            String training,
            String insurance,
            String line,
            boolean minors,
            List<MemberRow> members,
            List<ShiftRow> shifts) {}

    private record MemberRow(String name, String phone, String background, boolean staff) {}

    /** @param served which member, from when to when */
    private record ShiftRow(
            String title,
            String service,
            String place,
            int day,
            String from,
            String to,
            List<List<String>> served,
            boolean confirmed) {}

    private record ExpertRow(
            String name,
            String phone,
            String region,
            List<String> fields,
            String topics,
            String rank,
            String workplace,
            String most,
            @JsonProperty("on-call") @Nullable String onCall,
            boolean published) {}

    private record RosterRow(
            RosterKind kind, String name, String phone, String region, String speciality, String workplace) {}

    private record NumberRow(RosterKind kind, String region, int day, int count, String source) {}

    private record DemandRow(String region, String topic, String words) {}

    @Override
    public void load(Desk program) {
        var running = program.scope(Right.RUN_TEAMS);
        var keepingExperts = program.scope(Right.KEEP_EXPERTS);
        if (!teams.lines(running).isEmpty()) {
            return;
        }
        var content = read();
        content.teams().forEach(team -> plant(running, team));
        content.experts().forEach(expert -> plant(keepingExperts, expert));
        content.roster().forEach(row -> plant(keepingExperts, row));
        content.numbers()
                .forEach(row -> rosters.number(
                        keepingExperts,
                        new Rosters.Told(
                                row.kind(), new RegionCode(row.region()), day(row.day()), row.count(), row.source())));
        content.demands()
                .forEach(row -> demands.ask(
                        keepingExperts, UUID.randomUUID(), new RegionCode(row.region()), row.topic(), row.words()));
    }

    private void plant(Scope scope, TeamRow row) {
        var body = bodies.in(new RegionCode(row.region())).stream()
                .filter(one -> one.name().equals(row.body()))
                .map(Body::id)
                .findFirst();
        var form = new TeamForm(
                row.title(),
                "SQUAD",
                null,
                row.region(),
                body.map(id -> id.value()).orElse(null),
                row.services(),
                row.about(),
                row.risks(),
                row.training(),
                row.insurance(),
                row.line(),
                true,
                row.minors(),
                0);
        if (keeping.enter(scope, form) instanceof KeepingTeams.Kept.Done(var team)) {
            row.members().forEach(member -> joining.enter(scope, team, join(member)));
            row.shifts().forEach(shift -> plant(scope, team, row, shift));
        }
    }

    private static JoinForm join(MemberRow member) {
        return new JoinForm(
                member.name(),
                member.phone(),
                member.background(),
                member.staff(),
                false,
                "",
                "",
                false,
                true,
                AGREED,
                "TEAM");
    }

    private void plant(Scope scope, UUID team, TeamRow of, ShiftRow row) {
        var day = day(row.day());
        var shift = planning.plan(
                        scope,
                        team,
                        new ShiftForm(
                                row.title(),
                                row.service(),
                                of.region(),
                                row.place(),
                                "",
                                "",
                                day.toString(),
                                row.from(),
                                row.to(),
                                "6",
                                of.about(),
                                of.risks()))
                .orElseThrow();
        database.sql(
                        "update people.shift set kept_at = starts_at - interval '7 days' where id = :id and starts_at < kept_at")
                .param("id", shift)
                .update();
        for (var served : row.served()) {
            var phone =
                    of.members().get(Integer.parseInt(served.getFirst()) - 1).phone();
            serve(scope, shift, persons.ofPhone(new PhoneNumber(phone))[0], day, served, row.confirmed());
        }
    }

    private void serve(Scope scope, UUID shift, UUID volunteer, LocalDate day, List<String> served, boolean confirmed) {
        part.plan(scope, shift, volunteer);
        var duty = shifts.duties(scope, shift).stream()
                .filter(one -> one.person().id().equals(volunteer))
                .findFirst()
                .orElseThrow()
                .id();
        confirming.present(scope, duty, at(day, served.get(1)), at(day, served.get(2)));
        database.sql(
                        "update people.duty set entered_at = lower(planned) - interval '3 days' where id = :id and lower(planned) < entered_at")
                .param("id", duty)
                .update();
        confirming.byTeam(scope, duty);
        if (confirmed) {
            confirming.byOneself(volunteer, duty);
        }
    }

    private void plant(Scope scope, ExpertRow row) {
        var today = day(0);
        experts.enter(
                scope,
                new ExpertForm(
                        row.name(),
                        row.phone(),
                        row.region(),
                        row.fields(),
                        row.topics(),
                        row.rank(),
                        row.workplace(),
                        today.minusMonths(3),
                        today.plusYears(2),
                        row.most(),
                        row.onCall() == null ? "" : row.onCall(),
                        row.published(),
                        row.published() ? AGREED : "",
                        AGREED,
                        0));
    }

    private void plant(Scope scope, RosterRow row) {
        rosters.enter(
                scope,
                row.kind(),
                new RosterForm(
                        row.kind().name(),
                        row.name(),
                        row.phone(),
                        row.region(),
                        row.speciality(),
                        row.workplace(),
                        "",
                        false,
                        "",
                        null,
                        day(-90),
                        AGREED));
    }

    private LocalDate day(int from) {
        return LocalDate.now(clock).plusDays(from);
    }

    private Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(clock.getZone()).toInstant();
    }

    private static Content read() {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (var file = new ClassPathResource("demo/service.yaml").getInputStream()) {
            return strict.convertValue(new Yaml().load(file), Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
