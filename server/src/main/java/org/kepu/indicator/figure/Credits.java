package org.kepu.indicator.figure;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.indicator.Terms;
import org.kepu.shared.BodyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What of a sum each body has organised. Those who organised together are credited each, so that the parts may be more than the
 * whole, which counts once. Read from the facts themselves; by name, for units are not ranked.
 */
@Component
class Credits {

    private final JdbcClient database;
    private final Bodies bodies;
    private final Terms terms;

    Credits(JdbcClient database, Bodies bodies, Terms terms) {
        this.database = database;
        this.bodies = bodies;
        this.terms = terms;
    }

    private record Credit(
            @Nullable UUID body, long facts, long events, long attendances, long minutes, long money, long quantity) {

        String key() {
            return body == null ? "" : body.toString();
        }

        String name(Map<BodyId, Body> known) {
            var one = body == null ? null : known.get(new BodyId(body));
            return one == null ? key() : one.name();
        }

        Totals totals() {
            return new Totals(facts, events, attendances, minutes, money, quantity);
        }
    }

    /** A part for each body, by name; last, under no key and no name, what nobody is credited with. */
    List<Figure.Part> parts(Asked asked, Method.Sum sum) {
        var credits = database.sql(
                        """
                        select body, sum(weight) as facts, sum(events) as events, sum(attendances) as attendances,
                               sum(minutes) as minutes, sum(money) as money, sum(quantity) as quantity
                        from (select code from %s standing where path @> array[:root]::text[]) below
                             join indicator.fact on fact.region = below.code
                             left join lateral unnest(fact.organisers) as body on true
                        where day >= :from and day <= :to and
                        """.formatted(asked.tree().standing()) + Chosen.YEARS + " and " + Chosen.CONDITION + """
                        group by body having sum(weight) > 0
                        """)
                .param("root", asked.root().value())
                .param("from", asked.window().from())
                .param("to", asked.window().to())
                .param("edition", asked.tree().edition())
                .params(Chosen.of(sum.of(), terms).parameters())
                .query(Credit.class)
                .list();
        var known = bodies.all(credits.stream()
                .map(Credit::body)
                .filter(Objects::nonNull)
                .map(BodyId::new)
                .toList());
        return credits.stream()
                .map(credit -> new Figure.Part(
                        credit.key(),
                        credit.name(known),
                        BigDecimal.valueOf(credit.totals().of(sum.amount()))))
                .sorted(comparing((Figure.Part part) -> part.key().isEmpty())
                        .thenComparing(Figure.Part::name)
                        .thenComparing(Figure.Part::key))
                .toList();
    }
}
