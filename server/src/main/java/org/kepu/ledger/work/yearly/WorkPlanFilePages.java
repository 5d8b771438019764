package org.kepu.ledger.work.yearly;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.io.OutputStream;
import org.kepu.page.Page;
import org.kepu.paper.Paper;
import org.kepu.paper.Papers;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Yearly work plans as documents. Of an issued one both say what was issued, however often they are written. */
@Controller
@RequestMapping("/desk/work-plans/{workPlan}")
class WorkPlanFilePages {

    private final ReadingWorkPlans reading;
    private final Papers papers;

    WorkPlanFilePages(ReadingWorkPlans reading, Papers papers) {
        this.reading = reading;
        this.papers = papers;
    }

    @GetMapping("/word")
    void word(
            @May(Right.READ_LEDGER) Scope scope,
            @PathVariable UUID workPlan,
            @ModelAttribute("page") Page page,
            HttpServletResponse response)
            throws IOException {
        send(reading.content(scope, workPlan), page, "docx", Papers.WORD, papers::word, response);
    }

    @GetMapping("/pdf")
    void pdf(
            @May(Right.READ_LEDGER) Scope scope,
            @PathVariable UUID workPlan,
            @ModelAttribute("page") Page page,
            HttpServletResponse response)
            throws IOException {
        send(reading.content(scope, workPlan), page, "pdf", Papers.PDF, papers::pdf, response);
    }

    /** Written whole before it is sent: of a paper that cannot be written nothing is. */
    private static void send(
            Content content,
            Page page,
            String ending,
            String type,
            BiConsumer<Paper, OutputStream> write,
            HttpServletResponse response)
            throws IOException {
        var name = content.number().isEmpty() ? page.say("work.plan.draft.file", content.title()) : content.title();
        var written = new ByteArrayOutputStream();
        write.accept(WorkPlanPaper.of(content), written);
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + ending, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        written.writeTo(response.getOutputStream());
    }
}
