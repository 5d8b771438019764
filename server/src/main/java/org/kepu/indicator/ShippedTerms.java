package org.kepu.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Brings the terms of {@code indicator/terms.yaml} into the database at the start. */
@Component
class ShippedTerms implements SmartInitializingSingleton {

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    ShippedTerms(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    record ShippedKind(
            String code,
            String name,
            Set<Amount> amounts,
            @Nullable String thing,
            boolean thingNeeded,
            @Nullable String quantity,
            boolean persons) {}

    record ShippedTerm(String code, String name) {}

    record Shipped(List<ShippedKind> kinds, List<ShippedTerm> audiences, List<ShippedTerm> places) {}

    @Override
    public void afterSingletonsInstantiated() {
        var shipped = read();
        transaction.executeWithoutResult(begun -> {
            shipped.kinds().forEach(this::keep);
            shipped.audiences().forEach(term -> keep("""
                    insert into indicator.audience as known (code, name) values (:code, :name)
                    on conflict (code) do update set name = excluded.name where known.name <> excluded.name
                    """, term));
            shipped.places().forEach(term -> keep("""
                    insert into indicator.place as known (code, name) values (:code, :name)
                    on conflict (code) do update set name = excluded.name where known.name <> excluded.name
                    """, term));
        });
    }

    private void keep(ShippedKind kind) {
        database.sql("""
                        insert into indicator.kind as known (code, name, amounts, thing, thing_needed, persons, quantity)
                        values (:code, :name, :amounts, :thing, :needed, :persons, :quantity)
                        on conflict (code) do update
                        set name = excluded.name, amounts = excluded.amounts, thing = excluded.thing, thing_needed = excluded.thing_needed,
                            persons = excluded.persons, quantity = excluded.quantity
                        where (known.name, known.amounts, known.thing, known.thing_needed, known.persons, known.quantity)
                              is distinct from
                              (excluded.name, excluded.amounts, excluded.thing, excluded.thing_needed, excluded.persons, excluded.quantity)
                        """)
                .param("code", kind.code())
                .param("name", kind.name())
                .param(
                        "amounts",
                        kind.amounts().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("thing", kind.thing())
                .param("needed", kind.thingNeeded())
                .param("persons", kind.persons())
                .param("quantity", kind.quantity())
                .update();
    }

    private void keep(String sql, ShippedTerm term) {
        database.sql(sql).param("code", term.code()).param("name", term.name()).update();
    }

    private static Shipped read() {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (var file = new ClassPathResource("indicator/terms.yaml").getInputStream()) {
            return strict.convertValue(new Yaml().load(file), Shipped.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
