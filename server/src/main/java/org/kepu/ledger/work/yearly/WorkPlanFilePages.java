package org.kepu.ledger.work.yearly;

import java.util.UUID;
import org.kepu.ledger.work.yearly.WorkPlanDocuments.Document;
import org.kepu.page.Attachment;
import org.kepu.page.Page;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Yearly work plans to take away. */
@Controller
@RequestMapping("/desk/work-plans/{workPlan}")
class WorkPlanFilePages {

    private final WorkPlanDocuments documents;

    WorkPlanFilePages(WorkPlanDocuments documents) {
        this.documents = documents;
    }

    @GetMapping("/word")
    ResponseEntity<byte[]> word(
            @May(Right.READ_LEDGER) Scope scope, @PathVariable UUID workPlan, @ModelAttribute("page") Page page) {
        return download(documents.word(scope, workPlan), page, Attachment.WORD);
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(
            @May(Right.READ_LEDGER) Scope scope, @PathVariable UUID workPlan, @ModelAttribute("page") Page page) {
        return download(documents.pdf(scope, workPlan), page, Attachment.PDF);
    }

    private static ResponseEntity<byte[]> download(Document document, Page page, Attachment kind) {
        var name = document.draft() ? page.say("work.plan.draft.file", document.title()) : document.title();
        return kind.named(name).body(document.bytes());
    }
}
