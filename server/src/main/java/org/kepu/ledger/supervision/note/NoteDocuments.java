package org.kepu.ledger.supervision.note;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.kepu.ledger.supervision.SupervisionFiles;
import org.kepu.page.NotFound;
import org.kepu.paper.Paper;
import org.kepu.paper.Papers;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/** Notes as documents, and the documents that came with answers. */
@Service
class NoteDocuments {

    private final Notes notes;
    private final Papers papers;
    private final SupervisionFiles files;

    NoteDocuments(Notes notes, Papers papers, SupervisionFiles files) {
        this.notes = notes;
        this.papers = papers;
        this.files = files;
    }

    /** A document, written whole. */
    record Document(String title, byte[] bytes) {}

    /** @throws NotFound if there is no such note within reach */
    Document word(Scope scope, NoteId id) {
        return written(scope, id, papers::word);
    }

    /** @throws NotFound if there is no such note within reach */
    Document pdf(Scope scope, NoteId id) {
        return written(scope, id, papers::pdf);
    }

    private Document written(Scope scope, NoteId id, BiConsumer<Paper, OutputStream> write) {
        var note = notes.find(scope, id).orElseThrow(NotFound::new);
        var bytes = new ByteArrayOutputStream();
        write.accept(NotePaper.of(note), bytes);
        return new Document("督办单" + note.numbered(), bytes.toByteArray());
    }

    /**
     * What came with an answer.
     *
     * @throws NotFound if there is no such note within reach, or no such document came with an answer to it
     */
    ResponseEntity<Resource> file(Scope scope, NoteId id, UUID file) {
        var note = notes.find(scope, id).orElseThrow(NotFound::new);
        return notes.answers(scope, note).stream()
                .map(Answer::file)
                .filter(kept -> kept != null && kept.id().value().equals(file))
                .findFirst()
                .map(kept -> files.download(file))
                .orElseThrow(NotFound::new);
    }
}
