package org.kepu.audit.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.PersonNames;
import org.kepu.audit.Trail;
import org.kepu.page.Page;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out what an auditor has searched, as a sheet that says who took it, when and why; that is an act too. */
@Service
public class ExportingTrail {

    private static final int AT_A_TIME = 500;

    private final JdbcClient database;
    private final TransactionTemplate change;
    private final TransactionTemplate reading;
    private final Trail trail;
    private final ReadingTrail rows;
    private final Naming naming;
    private final PersonNames persons;
    private final Clock clock;

    ExportingTrail(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Trail trail,
            ReadingTrail rows,
            Naming naming,
            PersonNames persons,
            Clock clock) {
        this.database = database;
        this.change = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.trail = trail;
        this.rows = rows;
        this.naming = naming;
        this.persons = persons;
        this.clock = clock;
    }

    /** An export that was written down, before a single row has left. */
    public record Export(UUID id, TrailFilter filter, String reason, Instant at) {}

    /** Writes down that somebody takes these rows away, and why. */
    public Export begin(Scope scope, TrailFilter filter, String reason) {
        scope.demands(Right.READ_TRAIL);
        var export = new Export(UUID.randomUUID(), filter, reason.strip(), clock.instant());
        var division = Narrowed.isFromTheTop(scope)
                ? null
                : scope.regions().stream().sorted().findFirst().orElse(null);
        change.executeWithoutResult(status -> trail.record(
                scope.actor(),
                Act.of("audit.act.exported", "trail", export.id(), conditions(filter))
                        .in(division)
                        .because(export.reason())));
        return export;
    }

    /** Writes the rows, as many as there are, some at a time. */
    public void write(Scope scope, Export export, Page page, OutputStream out) {
        scope.demands(Right.READ_TRAIL);
        reading.executeWithoutResult(status -> {
            try {
                write(scope, export, page, new Csv(out));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void write(Scope scope, Export export, Page page, Csv sheet) throws IOException {
        watermark(scope, export, page, sheet);
        sheet.line(Stream.of(
                        "audit.at",
                        "audit.actor",
                        "audit.represented",
                        "audit.address",
                        "audit.act",
                        "audit.label",
                        "audit.object",
                        "audit.region",
                        "audit.subject",
                        "audit.changes",
                        "audit.reason",
                        "audit.position")
                .map(key -> page.say(key))
                .toList());
        try (var found = found(scope, export)) {
            var batch = new ArrayList<TrailRow>(AT_A_TIME);
            for (var next = found.iterator(); next.hasNext(); ) {
                batch.add(next.next());
                if (batch.size() == AT_A_TIME || !next.hasNext()) {
                    for (var row : naming.name(batch)) {
                        sheet.line(cells(row, page));
                    }
                    batch.clear();
                }
            }
        }
        watermark(scope, export, page, sheet);
        sheet.end();
    }

    private Stream<TrailRow> found(Scope scope, Export export) {
        var narrowed = Narrowed.by(scope, export.filter(), persons);
        return database
                .sql("select " + ReadingTrail.COLUMNS + """
                , coalesce(l.position, 0) as position, l.hash
                from audit.entry e left join audit.link l on l.entry = e.number
                where %s
                order by e.at desc, e.number desc
                """.formatted(narrowed.conditions()))
                .params(narrowed.parameters())
                .withFetchSize(AT_A_TIME)
                .query(rows::row)
                .stream();
    }

    private static void watermark(Scope scope, Export export, Page page, Csv sheet) throws IOException {
        sheet.line(List.of(page.say(
                "audit.export.mark",
                scope.actor().name(),
                page.moment(export.at()),
                export.reason(),
                export.id().toString())));
    }

    private static List<String> cells(TrailRow row, Page page) {
        return List.of(
                page.moment(row.at()),
                row.byProgram() ? TrailRow.program(page, row.who()) : person(row.who(), row.actor()),
                row.represented() == null ? "" : person(row.whom(), row.represented()),
                row.address(),
                row.said(page),
                row.label(),
                row.objectKind() + " " + row.object(),
                row.place(),
                row.subject() == null ? "" : person(row.whose(), row.subject()),
                row.changes().stream()
                        .map(change ->
                                TrailRow.words(page, change.field()) + "：" + text(page, change.field(), change.before())
                                        + " → " + text(page, change.field(), change.after()))
                        .collect(Collectors.joining("；")),
                row.reason(),
                row.position() == 0 ? "" : Long.toString(row.position()));
    }

    private static String person(String name, UUID account) {
        return name.isEmpty() ? account.toString() : name + " " + account;
    }

    private static String text(Page page, String field, @Nullable String value) {
        return value == null ? "—" : TrailRow.value(page, field, value);
    }

    /** What was searched for; whose names were typed is nobody's business later on. */
    private static String conditions(TrailFilter filter) {
        return filter.narrowing().entrySet().stream()
                .map(field -> switch (field.getKey()) {
                    case "person", "subject", "object", "words" -> field.getKey() + "=…";
                    default -> field.getKey() + "=" + field.getValue();
                })
                .collect(Collectors.joining(" "));
    }
}
