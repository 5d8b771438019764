package org.kepu.indicator;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kepu.shared.PublicKnowledge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The terms in which facts are told. They only ever grow, so what is known stays known; for others one looks again. */
@Service
@PublicKnowledge("how things are called is no secret")
public class Terms {

    private final JdbcClient database;
    private volatile Vocabulary known = new Vocabulary(Map.of(), Map.of(), Map.of());

    Terms(JdbcClient database) {
        this.database = database;
    }

    private record Vocabulary(Map<String, Kind> kinds, Map<String, Term> audiences, Map<String, Term> places) {}

    public Optional<Kind> kind(String code) {
        return lookUp(vocabulary -> vocabulary.kinds().get(code));
    }

    public Optional<Term> audience(String code) {
        return lookUp(vocabulary -> vocabulary.audiences().get(code));
    }

    public Optional<Term> place(String code) {
        return lookUp(vocabulary -> vocabulary.places().get(code));
    }

    public List<Kind> kinds() {
        return inOrder(read().kinds().values().stream().toList(), Kind::id);
    }

    public List<Term> audiences() {
        return inOrder(read().audiences().values().stream().toList(), Term::id);
    }

    public List<Term> places() {
        return inOrder(read().places().values().stream().toList(), Term::id);
    }

    private <T> Optional<T> lookUp(Function<Vocabulary, @org.jspecify.annotations.Nullable T> question) {
        return Optional.ofNullable(question.apply(known)).or(() -> Optional.ofNullable(question.apply(read())));
    }

    private Vocabulary read() {
        var kinds = database
                .sql("select id, code, name, amounts, thing, thing_needed, persons, quantity from indicator.kind")
                .query((row, number) -> new Kind(
                        row.getShort("id"),
                        row.getString("code"),
                        row.getString("name"),
                        Arrays.stream((String[]) row.getArray("amounts").getArray())
                                .map(Amount::valueOf)
                                .collect(Collectors.toSet()),
                        row.getString("thing"),
                        row.getBoolean("thing_needed"),
                        row.getBoolean("persons"),
                        row.getString("quantity")))
                .list()
                .stream()
                .collect(toUnmodifiableMap(Kind::code, Function.identity()));
        known = new Vocabulary(
                kinds,
                terms("select id, code, name from indicator.audience"),
                terms("select id, code, name from indicator.place"));
        return known;
    }

    private Map<String, Term> terms(String sql) {
        return database.sql(sql).query(Term.class).list().stream()
                .collect(toUnmodifiableMap(Term::code, Function.identity()));
    }

    private static <T> List<T> inOrder(List<T> terms, Function<T, Short> order) {
        return terms.stream().sorted(java.util.Comparator.comparing(order)).toList();
    }
}
