package org.kepu.plan.life;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.kepu.page.Attachment;
import org.kepu.page.Page;
import org.kepu.paper.Papers;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 意见采纳情况表 to take along. */
@Controller
@RequestMapping("/desk/consultations/{consultation}/summary")
class SummaryPages {

    private final Consulting consulting;
    private final SummaryTable table;
    private final SummaryPaper paper;
    private final Papers papers;

    SummaryPages(Consulting consulting, SummaryTable table, SummaryPaper paper, Papers papers) {
        this.consulting = consulting;
        this.table = table;
        this.paper = paper;
        this.papers = papers;
    }

    @GetMapping("/csv")
    ResponseEntity<byte[]> csv(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable ConsultationId consultation,
            @ModelAttribute("page") Page page) {
        var text = table.csv(page, consulting.summary(scope, consultation));
        return file(page, Attachment.CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/word")
    ResponseEntity<byte[]> word(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable ConsultationId consultation,
            @ModelAttribute("page") Page page) {
        var out = new ByteArrayOutputStream();
        papers.word(paper.of(page, consulting.summary(scope, consultation)), out);
        return file(page, Attachment.WORD, out.toByteArray());
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable ConsultationId consultation,
            @ModelAttribute("page") Page page) {
        var out = new ByteArrayOutputStream();
        papers.pdf(paper.of(page, consulting.summary(scope, consultation)), out);
        return file(page, Attachment.PDF, out.toByteArray());
    }

    private static ResponseEntity<byte[]> file(Page page, Attachment kind, byte[] content) {
        return kind.named(page.say("life.summary.title")).body(content);
    }
}
