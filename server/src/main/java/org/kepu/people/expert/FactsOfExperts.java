package org.kepu.people.expert;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.FactOrigin;
import org.kepu.indicator.Facts;
import org.kepu.indicator.Source;
import org.kepu.people.InReach;
import org.kepu.people.Persons;
import org.kepu.shared.Actor;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells each service of an expert as a fact. One of a tour counts as a visit of its programme besides: these are other
 * indicators, which are never added up.
 */
@Component
class FactsOfExperts implements FactOrigin {

    private static final String SOURCE = "expert";
    private static final String TOUR = "/tour";

    private final JdbcClient database;
    private final Facts facts;
    private final Persons persons;

    FactsOfExperts(JdbcClient database, Facts facts, Persons persons) {
        this.database = database;
        this.facts = facts;
        this.persons = persons;
    }

    void tell(Actor by, UUID person, Invitation served, int attendances) {
        facts.settle(
                by,
                fact(served, served.id().toString(), "EXPERT_SERVICE")
                        .with(new Amounts(1, attendances, served.minutes(), 0, 0))
                        .of(Set.of(persons.mark(person))));
        var programme = served.programme();
        if (programme != null) {
            facts.settle(
                    by,
                    fact(served, served.id() + TOUR, programme.factKind()).with(new Amounts(1, attendances, 0, 0, 0)));
        }
    }

    /** What was told of it counts no more: each of its facts is met by a counter-fact. */
    void takeBack(Actor by, Invitation served) {
        facts.settleNothing(by, SOURCE, served.id().toString());
        facts.settleNothing(by, SOURCE, served.id() + TOUR);
    }

    private static Fact fact(Invitation served, String id, String kind) {
        var day = served.starts().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        return Fact.of(Source.of(SOURCE, id), kind, day, served.region(), served.title())
                .by(List.of(served.body()));
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String messageKey() {
        return "people.expert.source";
    }

    @Override
    public Optional<String> address(Scope scope, String id) {
        return database.sql(
                        "select '/desk/experts/' || e.id from people.invitation i join people.expert e on e.id = i.expert where i.id = :id and "
                                + InReach.region("e.region"))
                .param("id", UUID.fromString(id.replace(TOUR, "")))
                .params(scope.parameters())
                .query(String.class)
                .optional();
    }
}
