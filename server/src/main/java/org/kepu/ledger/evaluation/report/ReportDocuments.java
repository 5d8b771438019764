package org.kepu.ledger.evaluation.report;

import java.io.ByteArrayOutputStream;
import java.util.UUID;
import org.kepu.ledger.evaluation.Downloads.Document;
import org.kepu.ledger.evaluation.EvaluationId;
import org.kepu.page.NotFound;
import org.kepu.paper.Papers;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;

/** Reports as documents. Both say what was gathered when the report was made, however often they are written. */
@Service
class ReportDocuments {

    private final Reports reports;
    private final Papers papers;

    ReportDocuments(Reports reports, Papers papers) {
        this.reports = reports;
        this.papers = papers;
    }

    /** @throws NotFound if there is no such report within reach, or it is not made yet */
    Document word(Scope scope, EvaluationId evaluation, UUID id) {
        var content = reports.content(scope, evaluation, id).orElseThrow(NotFound::new);
        var written = new ByteArrayOutputStream();
        papers.word(ReportPaper.of(content), written);
        return document(content, written);
    }

    /** @throws NotFound if there is no such report within reach, or it is not made yet */
    Document pdf(Scope scope, EvaluationId evaluation, UUID id) {
        var content = reports.content(scope, evaluation, id).orElseThrow(NotFound::new);
        var written = new ByteArrayOutputStream();
        papers.pdf(ReportPaper.of(content), written);
        return document(content, written);
    }

    private static Document document(ReportContent content, ByteArrayOutputStream written) {
        return new Document(content.evaluation() + "报告（第" + content.turn() + "稿）", written.toByteArray());
    }
}
