package org.kepu.ledger.evaluation;

import java.io.ByteArrayOutputStream;
import org.kepu.ledger.evaluation.Downloads.Document;
import org.kepu.page.NotFound;
import org.kepu.paper.Papers;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;

/** Notices of results as documents, for the body itself and the office, and for nobody else. */
@Service
class NoticeDocuments {

    private final ReadingEvaluated reading;
    private final Notices notices;
    private final Papers papers;

    NoticeDocuments(ReadingEvaluated reading, Notices notices, Papers papers) {
        this.reading = reading;
        this.notices = notices;
        this.papers = papers;
    }

    /** @throws NotFound if there is no notice within reach of one who may read it */
    Document word(Scope scope, Desk desk, EvaluationId evaluation, EvaluatedId id) {
        var content = content(scope, desk, evaluation, id);
        var written = new ByteArrayOutputStream();
        papers.word(NoticePaper.of(content), written);
        return new Document(title(content), written.toByteArray());
    }

    /** @throws NotFound if there is no notice within reach of one who may read it */
    Document pdf(Scope scope, Desk desk, EvaluationId evaluation, EvaluatedId id) {
        var content = content(scope, desk, evaluation, id);
        var written = new ByteArrayOutputStream();
        papers.pdf(NoticePaper.of(content), written);
        return new Document(title(content), written.toByteArray());
    }

    private NoticeContent content(Scope scope, Desk desk, EvaluationId evaluation, EvaluatedId id) {
        return reading.own(scope, evaluation, id)
                .or(() -> reading.judged(desk.scope(Right.RUN_LEDGER), evaluation, id))
                .flatMap(found -> notices.latest(found.id()))
                .map(Notices.Notice::content)
                .orElseThrow(NotFound::new);
    }

    private static String title(NoticeContent content) {
        return content.evaluation() + "结果通知（" + content.body() + "）";
    }
}
