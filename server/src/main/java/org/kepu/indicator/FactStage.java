package org.kepu.indicator;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Actor;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Many facts at once: copied into a table of the transaction, from where {@link FactTable#ADD one statement} takes them all. */
@Component
class FactStage {

    private static final String TABLE = """
            create temporary table if not exists told_fact (
                position int, kind smallint, audience smallint, place smallint, rural boolean, version int, day date, events int,
                attendances int, minutes int, thing bigint, money bigint, quantity bigint, digest uuid, region text,
                source text, source_id text, title text, organisers uuid[], measures uuid[]
            ) on commit drop
            """;

    private static final String RECORD = "with told as (select * from told_fact),\n" + FactTable.ADD;

    private static final String STANDING = "with told as (select * from told_fact)\n" + FactTable.THERE;

    private final JdbcClient database;
    private final DataSource connections;
    private final Things things;
    private final Clock clock;

    FactStage(JdbcClient database, DataSource connections, Things things, Clock clock) {
        this.database = database;
        this.connections = connections;
        this.things = things;
        this.clock = clock;
    }

    /** The answers by position. No two of the facts may be versions of one row. */
    Map<Integer, Recorded> record(Actor by, List<ToldFact> facts) {
        if (facts.isEmpty()) {
            return Map.of();
        }
        fill(facts);
        var marked = facts.stream()
                .flatMap(told -> told.fact().persons().stream().map(person -> new String[] {
                    told.fact().source().name(), told.fact().source().id(), person.hex()
                }))
                .toList();
        var answers = new HashMap<Integer, Recorded>(database
                .sql(RECORD)
                .param("markedSources", marked.stream().map(mark -> mark[0]).toArray(String[]::new))
                .param("markedIds", marked.stream().map(mark -> mark[1]).toArray(String[]::new))
                .param("persons", marked.stream().map(mark -> mark[2]).toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.account())
                .query((row, number) -> Map.entry(row.getInt("position"), new Recorded.New(row.getLong("id"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
        if (answers.size() < facts.size()) {
            database.sql(STANDING)
                    .query(FactTable.Standing.class)
                    .list()
                    .forEach(standing -> answers.putIfAbsent(standing.position(), standing.answer()));
        }
        return answers;
    }

    private void fill(List<ToldFact> facts) {
        var about = things.keep(facts);
        database.sql(TABLE).update();
        database.sql("truncate told_fact").update();
        var rows = new StringBuilder(facts.size() * 240);
        for (var told : facts) {
            row(rows, told, about.get(told.position()));
        }
        copy(rows);
        database.sql("analyze told_fact").update();
    }

    private void copy(StringBuilder rows) {
        var connection = DataSourceUtils.getConnection(connections);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy told_fact from stdin", new StringReader(rows.toString()));
        } catch (SQLException e) {
            throw Objects.requireNonNull(new SQLStateSQLExceptionTranslator().translate("copy", "copy told_fact", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, connections);
        }
    }

    private static void row(StringBuilder rows, ToldFact told, @Nullable Long thing) {
        var fact = told.fact();
        var amounts = fact.amounts();
        for (var number : new long[] {told.position(), told.kind(), told.audience(), told.place()}) {
            rows.append(number).append('\t');
        }
        rows.append(fact.rural() == null ? "\\N" : fact.rural().toString())
                .append('\t')
                .append(fact.source().version())
                .append('\t');
        rows.append(fact.day()).append('\t');
        for (var number : new long[] {amounts.events(), amounts.attendances(), amounts.minutes()}) {
            rows.append(number).append('\t');
        }
        rows.append(thing == null ? "\\N" : thing.toString()).append('\t');
        rows.append(amounts.money()).append('\t').append(amounts.quantity()).append('\t');
        rows.append(told.digest()).append('\t').append(fact.region()).append('\t');
        rows.append(fact.source().name()).append('\t');
        text(rows, fact.source().id()).append('\t');
        text(rows, fact.title()).append('\t');
        rows.append(array(fact.organisers())).append('\t');
        rows.append(array(fact.measures())).append('\n');
    }

    private static String array(Collection<?> ids) {
        return ids.stream().map(Object::toString).collect(joining(",", "{", "}"));
    }

    /** As PostgreSQL's text format writes it. */
    private static StringBuilder text(StringBuilder rows, String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(sign);
            }
        }
        return rows;
    }
}
