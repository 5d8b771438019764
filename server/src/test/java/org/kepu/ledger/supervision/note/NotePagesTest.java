package org.kepu.ledger.supervision.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.ledger.supervision.note.GivenNotes.BANNER;
import static org.kepu.ledger.supervision.note.GivenNotes.LEAD;
import static org.kepu.ledger.supervision.note.GivenNotes.NEIGHBOUR;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.page.Visitor.Attachment;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A note played on the pages, by the office of a banner and a department. */
class NotePagesTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    private GivenNotes given;
    private Visitor office;

    @BeforeEach
    void plant() {
        given = new GivenNotes(context);
        office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
    }

    @Test
    void the_office_issues_from_the_ledger_the_department_answers_and_the_office_closes() throws Exception {
        var measure = given.tasks.plans().measure(given.tasks.plan(), "办好讲座");
        assertThat(office.get("/desk/measures/" + measure).body())
                .contains("/desk/supervision/notes/new?task=" + given.task(), "灯");
        var form =
                office.get("/desk/supervision/notes/new?task=" + given.task()).body();
        assertThat(form).contains("每年举办讲座不少于20场", "请查明原因，提出措施和完成时间", "签发后编号，不能修改");
        var id = form.replaceAll("(?s).*name=\"id\" value=\"([^\"]+)\".*", "$1");
        var fields = List.of("id", id, "task", given.task().toString(), "version", "0", "days", "10", "dueOn", "");
        var lacking = office.post("/desk/supervision/notes", with(fields, "asks", ""));
        assertThat(lacking.status()).isEqualTo(422);
        assertThat(lacking.body()).contains("办理要求请写 2 至 1000 个字");
        var sunday = LocalDate.now().plusYears(3).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        var resting = List.of(
                "id", id, "task", given.task().toString(), "version", "0", "days", "", "dueOn", sunday.toString());
        assertThat(office.post("/desk/supervision/notes", with(resting, "asks", "请补办并答复。"))
                        .body())
                .contains(sunday + " 是休息日，请改到工作日，例如 " + sunday.plusDays(1));
        var path = office.post("/desk/supervision/notes", with(fields, "asks", "请补办并答复。"))
                .location();
        assertThat(path).isEqualTo("/desk/supervision/notes/" + id);
        assertThat(office.get(path).body()).contains("已签发督〔");
        assertThat(office.post("/desk/supervision/notes", with(fields, "asks", "请补办并答复。"))
                        .location())
                .isEqualTo(path);
        assertThat(office.get(path).body()).contains("这份督办单已经签发过了");
        assertThat(office.get("/desk/supervision/notes").body())
                .contains("督〔", "〕1号", "待签收")
                .doesNotContain("〕2号");
        assertThat(office.get("/desk/measures/" + measure).body()).contains("〕1号");

        var department = signedIn(given.tasks.clerkOf(LEAD));
        assertThat(department.get("/desk").body()).contains("签收督办单 督〔", path + "/receive");
        department.post(path + "/receive");
        var reading = department.get(path).body();
        assertThat(reading).contains("已签收，请按期答复。", "请补办并答复。").doesNotContain("/judge/", "/escalate");
        var refused = department.post(path + "/answer", "version", "1", "said", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("答复请写 2 至 1000 个字");
        department.postWithFile(
                path + "/answer",
                "file",
                new Attachment("总结.txt", "办了两场".getBytes(StandardCharsets.UTF_8)),
                "version",
                "1",
                "said",
                "已补办两场，共 120 人次。");
        assertThat(department.get(path).body()).contains("已答复，待审核", "已补办两场，共 120 人次。", "总结.txt");

        assertThat(office.get("/desk").body()).contains("的答复", path);
        var judging = office.get(path).body();
        var file = judging.replaceAll("(?s).*href=\"(/desk/supervision/notes/[^\"]+/files/[^\"]+)\".*", "$1");
        assertThat(office.get(file).body()).isEqualTo("办了两场");
        assertThat(office.post(path + "/judge/ACCEPT", "version", "1").status()).isEqualTo(302);
        assertThat(office.get(path).body()).contains("别人刚刚办理过这份督办单");
        office.post(path + "/judge/ACCEPT", "version", "2");
        office.post(path + "/judge/CLOSE", "version", "3");
        assertThat(office.get(path).body()).contains("已销号", "办理过程").doesNotContain("/judge/");

        var word = bytes(office, path + "/word");
        try (var document = new XWPFDocument(new ByteArrayInputStream(word));
                var words = new XWPFWordExtractor(document)) {
            assertThat(words.getText())
                    .contains("督办单", "〕1号", "旗科协：", "督办事项", "每年举办讲座不少于20场", "请补办并答复。", "前书面答复", "苏尼特右旗全民科学素质工作领导小组办公室")
                    .doesNotContain("已补办两场");
        }
        var pdf = office.get(path + "/pdf");
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(bytes(office, path + "/pdf"))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("督办单", "请补办并答复。");
        }
    }

    @Test
    void a_note_is_not_there_for_those_whom_it_does_not_concern() {
        var path = "/desk/supervision/notes/" + given.issued();
        for (var stranger :
                List.of(signedIn(accounts.with(Role.OFFICE_CLERK, NEIGHBOUR)), signedIn(given.tasks.clerkOf("旗教育局")))) {
            assertThat(stranger.get("/desk/supervision/notes").body()).doesNotContain("督〔");
            for (var closed : List.of(path, path + "/word", path + "/pdf")) {
                assertThat(stranger.get(closed).status()).as(closed).isEqualTo(404);
            }
            assertThat(stranger.post(path + "/receive").status()).isEqualTo(404);
        }
        var leader = signedIn(accounts.with(Role.LEADER, BANNER));
        assertThat(leader.get(path).body()).contains("督〔").doesNotContain("/judge/", "/escalate", "/receive");
        assertThat(leader.post(path + "/judge/ACCEPT", "version", "0").status()).isEqualTo(403);
    }

    private static String[] with(List<String> fields, String... more) {
        var all = new java.util.ArrayList<>(fields);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private byte[] bytes(Visitor visitor, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address() + path))
                                    .header("Cookie", "kepu=" + visitor.session())
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
        }
    }
}
