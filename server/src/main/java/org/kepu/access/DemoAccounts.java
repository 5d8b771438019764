package org.kepu.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kepu.access.FirstAccounts.Credentials;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.shared.Actor;
import org.kepu.shared.BodyId;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.RegionCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** For a demonstration: offices of a league and a banner, a department and a leader. Their passwords are told once. */
@Component
@Order(4)
class DemoAccounts implements Demo {

    private static final String FILE = "demo/accounts.yaml";
    private static final String WHY = "演示";

    private final Accounts accounts;
    private final RoleGrants grants;
    private final Bodies bodies;
    private final Trail trail;
    private final RandomGenerator chance;
    private final ApplicationEventPublisher events;

    DemoAccounts(
            Accounts accounts,
            RoleGrants grants,
            Bodies bodies,
            Trail trail,
            RandomGenerator chance,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.grants = grants;
        this.bodies = bodies;
        this.trail = trail;
        this.chance = chance;
        this.events = events;
    }

    /** @param body the name of one in the division, whose clerk this is; none: the role counts in the division */
    private record Row(
            String name,
            String says,
            Role role,
            String region,
            @Nullable String body) {}

    /** What is to be told to whoever started the program. */
    record Opened(List<Credentials> credentials) {}

    @Override
    @Transactional
    public void load(Desk program) {
        var opened = rows().stream()
                .flatMap(row -> open(program.actor(), row).stream())
                .toList();
        if (!opened.isEmpty()) {
            events.publishEvent(new Opened(opened));
        }
    }

    private Optional<Credentials> open(Actor program, Row row) {
        var region = new RegionCode(row.region());
        var body = body(region, row.body());
        if (row.body() != null && body.isEmpty()) {
            return Optional.empty();
        }
        var password = PaperCode.random(chance);
        return accounts.open(row.name(), row.says(), password).map(account -> {
            body.ifPresentOrElse(
                    one -> grants.begin(account, row.role(), one, region, WHY),
                    () -> grants.begin(account, row.role(), region, WHY));
            trail.record(
                    program,
                    Act.of("access.act.account-opened", "account", account, "")
                            .in(region)
                            .about(account)
                            .because(WHY));
            return new Credentials(row.name(), row.says(), password);
        });
    }

    private Optional<BodyId> body(RegionCode region, @Nullable String name) {
        return bodies.in(region).stream()
                .filter(body -> body.name().equals(name))
                .map(Body::id)
                .findFirst();
    }

    private static List<Row> rows() {
        try (var file = new InputStreamReader(new ClassPathResource(FILE).getInputStream(), UTF_8)) {
            return List.of(new JsonMapper().convertValue(new Yaml().load(file), Row[].class));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
