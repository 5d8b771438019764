package org.kepu.plan.review;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;
import static org.kepu.plan.review.GivenPlans.BANNER_PLAN;
import static org.kepu.plan.review.GivenPlans.LEAGUE_PLAN;
import static org.kepu.plan.review.GivenPlans.demo;
import static org.kepu.plan.review.GivenPlans.demoText;
import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.page.Visitor.Attachment;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class UploadingPlansTest extends RunningSite {

    private static final int BOMB = 400_000_000;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private UploadingPlans uploading;

    private GivenPlans given;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
    }

    @Test
    void a_plan_is_read_and_waits_for_review() {
        var received = (Upload.Received) uploading.receive(may(Right.REVIEW_PLANS), "苏尼特右旗.txt", demo(BANNER_PLAN));
        assertThat(received)
                .isEqualTo(new Upload.Received(
                        "苏尼特右旗.txt", received.id(), "苏尼特右旗全民科学素质行动规划纲要实施方案（2026—2030年）", 25, received.findings()));
        var draft = given.draft(received.id());
        assertThat(draft.region()).isEqualTo(new RegionCode("152524"));
        assertThat(draft.structure().programmes()).hasSize(10);
        assertThat(draft.uploadedBy()).isEqualTo("纲要办");
        assertThat(draft.confirmed()).isFalse();
        assertThat(given.bean(Drafts.class).open(may(Right.REVIEW_PLANS)))
                .extracting(Drafts.Line::id, Drafts.Line::fileName)
                .containsExactly(org.assertj.core.api.Assertions.tuple(received.id(), "苏尼特右旗.txt"));
        assertThat(given.rows("plan.plan")).isZero();
    }

    @Test
    void what_was_kept_is_what_was_read() {
        for (var file : List.of(BANNER_PLAN, LEAGUE_PLAN)) {
            var id = given.uploadedDemo(file);
            var read = (org.kepu.plandoc.Reading.Parsed) new org.kepu.plandoc.PlanReader().read(demo(file), file);
            assertThat(given.draft(id).structure()).isEqualTo(read.plan());
            assertThat(given.draft(id).source()).isEqualTo(read.source());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BANNER_PLAN, "另存为 (1).txt", "方案.docx", ""})
    void the_same_file_again_changes_nothing_whatever_it_is_called(String name) {
        var id = given.uploadedDemo(BANNER_PLAN);
        given.uploadedDemo(LEAGUE_PLAN);
        var before = everything();
        assertThat(uploading.receive(
                        may(GivenPlans.OTHER, Right.REVIEW_PLANS, GivenPlans.TOP), name, demo(BANNER_PLAN)))
                .isEqualTo(new Upload.AlreadyHere(name, id, false));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void the_same_file_after_confirmation_leads_to_the_plan_in_force() {
        var id = given.demoInForce(BANNER_PLAN, 2026);
        assertThat(uploading.receive(may(Right.REVIEW_PLANS), "再传.txt", demo(BANNER_PLAN)))
                .isEqualTo(new Upload.AlreadyHere("再传.txt", id, true));
        assertThat(clerkAtUpload()
                        .attach("/desk/plans/upload/one", "file", new Attachment("再传.txt", demo(BANNER_PLAN)))
                        .body())
                .contains("已在系统中")
                .contains("href=\"/desk/plans/" + id + "\"");
    }

    @Test
    void eight_people_with_the_same_file_make_one_draft() {
        given.uploadedDemo(LEAGUE_PLAN);
        var outcomes =
                together(8, i -> uploading.receive(may(Right.REVIEW_PLANS), "第" + i + "份.txt", demo(BANNER_PLAN)));
        assertThat(outcomes.stream().filter(Upload.Received.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Upload.AlreadyHere.class::isInstance))
                .hasSize(7);
        assertThat(given.rows("plan.draft")).isEqualTo(2);
        assertThat(given.rows("plan.document")).isEqualTo(2);
    }

    static Stream<Named<Attachment>> noPlans() throws IOException {
        return Stream.of(
                no("a law", "科普法.txt", text("""
                        中华人民共和国科学技术普及法
                        第一章　总则
                        第一条　为了实施科教兴国战略，加强国家科学技术普及能力建设，提高公民的科学文化素质，制定本法。
                        第二条　本法适用于国家和社会普及科学技术知识、倡导科学方法、传播科学思想、弘扬科学精神的活动。
                        第二章　组织管理
                        第三条　各级人民政府领导科普工作，应当将科普工作纳入国民经济和社会发展相关规划。
                        """)),
                no("a drafting note", "起草说明.txt", text("""
                        关于《苏尼特右旗全民科学素质行动规划纲要实施方案（2026—2030年）》的起草说明
                        一、起草背景
                        为贯彻落实国务院纲要，旗科协会同有关部门起草了本方案。
                        二、起草过程
                        征求了26个部门的意见，采纳13条。
                        三、主要内容
                        方案分为总体要求、提升行动、重点工程、组织实施四个部分。
                        """)),
                no("an empty file", "空.docx", new byte[0]),
                no("white space", "空白.txt", text("  \n\n\t ")),
                no(
                        "a picture with the ending of a document",
                        "照片.docx",
                        HexFormat.of()
                                .parseHex(
                                        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a")),
                no(
                        "a program with the ending of a document",
                        "方案.doc",
                        "MZ\220\0\3\0This program cannot be run".getBytes(ISO_8859_1)),
                no("half a document", "半份.docx", Arrays.copyOf(demo(LEAGUE_PLAN), demo(LEAGUE_PLAN).length / 2)),
                no("a document that unpacks without end", "炸弹.docx", bomb()));
    }

    @ParameterizedTest
    @MethodSource("noPlans")
    void what_is_no_plan_is_refused_in_a_sentence_and_leaves_nothing(Attachment file) {
        given.uploadedDemo(BANNER_PLAN);
        var before = everything();
        var refused = (Upload.Refused) uploading.receive(may(Right.REVIEW_PLANS), file.name(), file.content());
        assertThat(refused.why()).matches("[^a-z]*\\p{IsHan}.*").doesNotContain("Exception");
        var answer = clerkAtUpload().attach("/desk/plans/upload", "files", file);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("没有接收", file.name(), refused.why());
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void one_file_leads_straight_to_its_review() {
        var answer = clerkAtUpload().attach("/desk/plans/upload", "files", new Attachment("方案.txt", demo(BANNER_PLAN)));
        assertThat(answer.location())
                .isEqualTo("/desk/plans/"
                        + given.strings("select id::text from plan.draft").getFirst() + "/review");
        assertThat(answer.status()).isEqualTo(302);
    }

    @Test
    void several_files_at_once_are_told_one_by_one() {
        given.uploadedDemo(LEAGUE_PLAN);
        var answer = clerkAtUpload()
                .attach(
                        "/desk/plans/upload",
                        "files",
                        new Attachment("新.txt", demo(BANNER_PLAN)),
                        new Attachment("旧.docx", demo(LEAGUE_PLAN)),
                        new Attachment("空.txt", new byte[0]),
                        new Attachment("新的副本.txt", demo(BANNER_PLAN)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(lines(answer.body()))
                .containsExactly("received 新.txt", "here 旧.docx", "refused 空.txt", "here 新的副本.txt");
        assertThat(given.rows("plan.draft")).isEqualTo(2);
    }

    @Test
    void nothing_chosen_is_no_fault() {
        var answer = clerkAtUpload().attach("/desk/plans/upload", "files", new Attachment("", new byte[0]));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(lines(answer.body())).isEmpty();
    }

    @Test
    void a_name_brings_no_folder_and_no_script() {
        var clerk = clerkAtUpload();
        var names = List.of(
                "C:\\\\fakepath\\\\甲.txt", "../../etc/乙.txt", "<script>alert(1)</script>.txt", "\"丁\" & '戊'.txt");
        for (int i = 0; i < names.size(); i++) {
            clerk.attach(
                    "/desk/plans/upload",
                    "files",
                    new Attachment(names.get(i), text(planOf("普及第" + i + "种知识。（牵头单位：旗科协）"))));
        }
        assertThat(given.strings("select file_name from plan.document order by received_at"))
                .containsExactly("甲.txt", "乙.txt", "script>.txt", "\"丁\" & '戊'.txt");
        var sneaky = clerk.attach(
                "/desk/plans/upload/one", "file", new Attachment("<script>alert(2)<\\\\script>\"'.txt", text("无")));
        assertThat(sneaky.body()).doesNotContain("<script").contains("&gt;");
        for (var id : given.strings("select id::text from plan.draft")) {
            assertThat(clerk.get("/desk/plans/" + id + "/review").body())
                    .doesNotContain("script>.txt", "<script>alert");
        }
    }

    @Test
    void signs_that_no_database_keeps_do_no_harm() {
        var text = demoText().replace("草原站", "草\u0000原\u0001站");
        var id = given.uploaded(text);
        assertThat(given.draft(id).source().text()).doesNotContain("\u0000").contains("气象站");
        var half = planOf("普及\ud83d知识。（牵头单位：旗科协）").getBytes(StandardCharsets.UTF_16LE);
        var marked = new byte[half.length + 2];
        marked[0] = (byte) 0xff;
        marked[1] = (byte) 0xfe;
        System.arraycopy(half, 0, marked, 2, half.length);
        assertThat(uploading.receive(may(Right.REVIEW_PLANS), "半个字.txt", marked))
                .isNotNull();
    }

    @Test
    void a_draft_uploaded_by_mistake_goes_with_its_document() {
        var mistake = given.uploadedDemo(BANNER_PLAN);
        var kept = given.uploadedDemo(LEAGUE_PLAN);
        var clerk = clerkAtUpload();
        var answer = clerk.post("/desk/plans/" + mistake + "/review/discard", "version", "0");
        assertThat(answer.location()).isEqualTo("/desk/plans");
        assertThat(clerk.get("/desk/plans").body()).contains("已撤销上传");
        assertThat(given.strings("select id::text from plan.draft")).containsExactly(kept.toString());
        assertThat(given.rows("plan.document")).isEqualTo(1);
        assertThat(uploading.receive(may(Right.REVIEW_PLANS), "再传.txt", demo(BANNER_PLAN)))
                .isInstanceOf(Upload.Received.class);
    }

    @Test
    void work_done_since_is_not_thrown_away() {
        var id = given.uploadedDemo(BANNER_PLAN);
        given.bean(Reviewing.class)
                .correct(
                        may(GivenPlans.OTHER, Right.REVIEW_PLANS, GivenPlans.TOP),
                        id,
                        0,
                        plan -> Editing.withGoals(plan, List.of()));
        var clerk = clerkAtUpload();
        clerk.post("/desk/plans/" + id + "/review/discard", "version", "0");
        assertThat(clerk.get("/desk/plans/" + id + "/review").body()).contains("这份方案刚被修改过，没有撤销");
        assertThat(given.draft(id).version()).isEqualTo(1);
    }

    private Visitor clerkAtUpload() {
        var clerk = clerk();
        clerk.get("/desk/plans/upload");
        return clerk;
    }

    private List<String> everything() {
        return given.strings("""
                select concat_ws('|', sha256, file_name, received_by, id, structure, version, changed_by, changed_at)
                  from plan.document full join plan.draft using (sha256) order by 1
                """);
    }

    private static List<String> lines(String page) {
        return java.util.regex.Pattern.compile(
                        "upload-line upload-(\\w+)\">.*?upload-name\">([^<]*)<", java.util.regex.Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group(1) + " " + match.group(2))
                .toList();
    }

    private static Named<Attachment> no(String what, String name, byte[] content) {
        return Named.of(what, new Attachment(name, content));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(text("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(text(
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"));
            var piece = text("<w:p><w:r><w:t>科普</w:t></w:r></w:p>".repeat(10_000));
            for (int written = 0; written < BOMB; written += piece.length) {
                zip.write(piece);
            }
        }
        return bytes.toByteArray();
    }
}
