package org.kepu.ledger.evaluation;

import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The notice of a result to take away. */
@Controller
@RequestMapping("/desk/evaluations/{evaluation}/bodies/{evaluated}/notice")
class NoticePages {

    private final NoticeDocuments documents;

    NoticePages(NoticeDocuments documents) {
        this.documents = documents;
    }

    @GetMapping("/word")
    ResponseEntity<byte[]> word(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable EvaluationId evaluation,
            @PathVariable EvaluatedId evaluated) {
        return Downloads.word(documents.word(scope, desk, evaluation, evaluated));
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable EvaluationId evaluation,
            @PathVariable EvaluatedId evaluated) {
        return Downloads.pdf(documents.pdf(scope, desk, evaluation, evaluated));
    }
}
