package org.kepu.ledger.round;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.file.FileHolder;
import org.kepu.file.FileId;
import org.kepu.file.Keeping;
import org.kepu.file.KeptFile;
import org.kepu.file.KeptFiles;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The document of a sheet: one at most, and none is asked for (不得强制留痕). Brought again, the later takes the place of the
 * earlier.
 */
@Service
class SheetDocuments implements FileHolder {

    private static final String HOLDER = "round";

    private final KeptFiles files;
    private final ReadingSheets reading;
    private final SheetActs acts;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    SheetDocuments(
            KeptFiles files,
            ReadingSheets reading,
            SheetActs acts,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.files = files;
        this.reading = reading;
        this.acts = acts;
        this.database = database;
        this.transaction = transaction;
    }

    /** What came of bringing one. */
    sealed interface Brought {
        record Attached(String name) implements Brought {}

        record Refused(Keeping.Refused why) implements Brought {}

        /** The sheet has been submitted. */
        record Closed() implements Brought {}
    }

    /** Not within a transaction, which would wait for the upload. */
    Brought bring(Scope scope, RoundId round, SheetId id, String name, InputStream content) throws IOException {
        if (!open(scope, round, id).state().isOpen()) {
            return new Brought.Closed();
        }
        return switch (files.keep(scope.actor(), HOLDER, name, content)) {
            case Keeping.Refused refused -> new Brought.Refused(refused);
            case Keeping.Kept kept ->
                Objects.requireNonNull(transaction.execute(begun -> attach(scope, round, id, kept.file())));
        };
    }

    private Brought attach(Scope scope, RoundId round, SheetId id, KeptFile file) {
        var sheet = open(scope, round, id);
        if (!hang(id, file.id().value())) {
            return new Brought.Closed();
        }
        acts.note(scope.actor(), sheet, "round.act.DOCUMENT", file.name());
        return new Brought.Attached(file.name());
    }

    /** Takes the document off again; no if there is none, or the sheet has been submitted. */
    @Transactional
    public boolean remove(Scope scope, RoundId round, SheetId id) {
        var sheet = open(scope, round, id);
        var document = of(sheet);
        boolean removed = document.isPresent() && hang(id, null);
        if (removed) {
            acts.note(
                    scope.actor(),
                    sheet,
                    "round.act.NO_DOCUMENT",
                    document.get().name());
        }
        return removed;
    }

    private Sheet open(Scope scope, RoundId round, SheetId id) {
        scope.demands(Right.DO_TASKS);
        return reading.answerable(scope, round, id).orElseThrow(NotFound::new);
    }

    private boolean hang(SheetId id, @Nullable UUID file) {
        return database.sql("""
                        update ledger.sheet set document = :file::uuid, version = version + 1
                        where id = :sheet and state in ('ASKED', 'SENT_BACK')
                        """).param("file", file).param("sheet", id.value()).update() == 1;
    }

    /** What is attached to a sheet that was found within reach. */
    Optional<KeptFile> of(Sheet sheet) {
        return id(sheet).flatMap(files::find);
    }

    /**
     * The document, to be saved.
     *
     * @throws NotFound if the sheet is not within reach, or has none
     */
    ResponseEntity<Resource> download(Scope scope, RoundId round, SheetId id) {
        return reading.find(scope, round, id)
                .flatMap(this::id)
                .flatMap(files::response)
                .orElseThrow(NotFound::new);
    }

    private Optional<FileId> id(Sheet sheet) {
        return database.sql("select document from ledger.sheet where id = :sheet and document is not null")
                .param("sheet", sheet.id().value())
                .query(UUID.class)
                .optional()
                .map(FileId::new);
    }

    @Override
    public String holder() {
        return HOLDER;
    }

    @Override
    public Set<FileId> holds(Set<FileId> asked) {
        return database
                .sql("select document from ledger.sheet where document = any (:asked)")
                .param("asked", asked.stream().map(FileId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(FileId::new)
                .collect(toSet());
    }
}
