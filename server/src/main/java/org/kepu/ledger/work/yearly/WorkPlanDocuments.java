package org.kepu.ledger.work.yearly;

import java.io.ByteArrayOutputStream;
import java.util.UUID;
import org.kepu.page.NotFound;
import org.kepu.paper.Papers;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;

/** Yearly work plans as documents. Of an issued one both say what was issued, however often they are written. */
@Service
class WorkPlanDocuments {

    private final ReadingWorkPlans reading;
    private final Papers papers;

    WorkPlanDocuments(ReadingWorkPlans reading, Papers papers) {
        this.reading = reading;
        this.papers = papers;
    }

    /**
     * A document, written whole.
     *
     * @param draft whether it was not issued
     */
    record Document(String title, boolean draft, byte[] bytes) {}

    /** @throws NotFound if there is no such work plan within reach */
    Document word(Scope scope, UUID id) {
        var content = reading.content(scope, id);
        var written = new ByteArrayOutputStream();
        papers.word(WorkPlanPaper.of(content), written);
        return document(content, written);
    }

    /** @throws NotFound if there is no such work plan within reach */
    Document pdf(Scope scope, UUID id) {
        var content = reading.content(scope, id);
        var written = new ByteArrayOutputStream();
        papers.pdf(WorkPlanPaper.of(content), written);
        return document(content, written);
    }

    private static Document document(Content content, ByteArrayOutputStream written) {
        return new Document(content.title(), content.number().isEmpty(), written.toByteArray());
    }
}
