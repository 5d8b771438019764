package org.kepu.indicator.history;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.kepu.indicator.FactOrigin;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The lines of files from which facts of past years come. */
@Service
class HistoryOrigin implements FactOrigin {

    /** The name of the source. */
    static final String SOURCE = "history";

    private final JdbcClient database;

    HistoryOrigin(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String messageKey() {
        return "history.source";
    }

    @Override
    public Optional<String> address(Scope scope, String id) {
        return lines(scope, id).isEmpty()
                ? Optional.empty()
                : Optional.of("/desk/facts/import/lines?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
    }

    /** The lines by which a row was told and put right, the first first; none that is beyond reach. */
    List<HistoryLine> lines(Scope scope, String id) {
        scope.demands(Right.READ_FIGURES);
        return database.sql("""
                        select fact.version, fact.title, file_name, line, uploaded_at
                        from indicator.fact
                             join indicator.history_line on history_line.fact = fact.id
                             join indicator.history on history.id = history_line.history
                        where fact.source = :source and fact.source_id = :id
                          and fact.region in (select region.reach(:scopeRegions, :scopeDay))
                        order by fact.version
                        """)
                .param("source", SOURCE)
                .param("id", id)
                .params(scope.parameters())
                .query((row, number) -> new HistoryLine(
                        row.getInt("version"),
                        row.getString("title"),
                        row.getString("file_name"),
                        row.getInt("line"),
                        instant(row.getObject("uploaded_at", OffsetDateTime.class))))
                .list();
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }
}
