package org.kepu.activity.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.activity.GivenActivities.on;
import static org.kepu.indicator.GivenFacts.KUNDULUN;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.activity.ActivityId;
import org.kepu.activity.GivenActivities;
import org.kepu.certificate.CertificatePaper;
import org.kepu.page.BrowsedSite;
import org.kepu.paper.Papers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A class as its clerk meets it on a telephone and at the desk, and a certificate as everybody does. */
class TrainingFacesTest extends BrowsedSite {

    private static final int PHONE = 390;
    private static final List<Integer> WIDTHS = List.of(1440, 768, PHONE);

    @Autowired
    ApplicationContext context;

    GivenTrainings given;
    ActivityId id;

    @BeforeEach
    void plant() {
        given = new GivenTrainings(GivenActivities.onCleanGround(context));
        forms.forgetSent();
        var education = given.activities().body(KUNDULUN, "昆都仑区教育局");
        var year = LocalDate.now(Clock.system(GivenActivities.HERE)).getYear();
        id = given.training(
                GivenTrainings.described("科技教师实验课培训", KUNDULUN, education),
                on(year - 1 + "-03-05", "09:00", 240),
                on(year - 1 + "-03-06", "09:00", 180));
        given.enter(id, 6, 13800138000L, "SCIENCE_TEACHER", false);
        given.enter(id, 2, 13900139000L, "SCIENCE_TEACHER", true);
        given.enter(id, 1, 13700137000L, "AGRI_OPERATOR", null);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void certified() {
        given.sessions(id).forEach(session -> given.allCame(id, session));
        given.close(id);
        context.getBean(ClassCertificates.class).issue(GivenActivities.clerk(), id);
    }

    @Test
    void a_clerk_ticks_closes_and_issues_on_a_telephone_without_script() {
        var window = deskWithoutScript(PHONE);
        window.navigate("/desk/trainings/" + id);
        for (int i = 0; i < 2; i++) {
            window.getByRole(AriaRole.LINK, named("考勤").setExact(false)).nth(i).click();
            window.locator("input[name=present]").all().subList(0, 8).forEach(one -> one.check());
            window.getByRole(AriaRole.BUTTON, named("保存考勤")).click();
            assertThat(window.locator("main").textContent()).contains("考勤已保存，到课 8 名");
        }
        window.getByRole(AriaRole.BUTTON, named("结班").setExact(true)).click();
        assertThat(window.locator("main").textContent()).contains("已结班：8 人次已计入各级数字");
        window.getByRole(AriaRole.BUTTON, named("发证书")).click();
        assertThat(window.locator("main").textContent()).contains("新发证书 8 份");
        window.getByRole(AriaRole.LINK, named("王* 138****8000")).click();
        window.getByText("撤销证书").first().click();
        window.locator("#reason").fill("替考");
        window.getByRole(AriaRole.BUTTON, named("撤销证书")).click();
        assertThat(window.locator("main").textContent()).contains("证书已撤销", "替考");
        assertThat(given.activities()
                        .database()
                        .sql("select sum(attendances) from indicator.fact where source = 'training'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    void what_is_wrong_with_a_trainee_is_said_at_the_field_and_what_was_typed_stays() {
        var window = deskWithoutScript(PHONE);
        window.navigate("/desk/trainings/" + id);
        window.getByText("添加学员").click();
        window.locator("#name").fill("高娃");
        window.locator("#phone").fill("13800138000");
        window.getByRole(AriaRole.BUTTON, named("添加").setExact(true)).click();
        assertThat(window.locator("main").textContent()).contains("这个号码已在名单上");
        assertThat(window.locator("#name").inputValue()).isEqualTo("高娃");
        window.locator("#phone").fill("13800138999");
        window.getByRole(AriaRole.BUTTON, named("添加").setExact(true)).click();
        assertThat(window.locator("main").textContent()).contains("学员已添加", "高*");
    }

    @Test
    void every_page_of_a_class_can_be_read_and_used_by_everybody() {
        certified();
        context.getBean(Trainees.class)
                .change(GivenActivities.clerk(), id, given.trainee(id, "7000"), 1, null, "SCIENCE_TEACHER", true, null);
        var window = desk(1440);
        var year =
                given.activities().session(given.sessions(id).getFirst()).day().getYear();
        var pages = List.of(
                "ledger /desk/trainings?year=" + year,
                "ledger-empty /desk/trainings?year=2001",
                "class /desk/trainings/" + id,
                "rules /desk/trainings/" + id + "/rules",
                "attendance /desk/trainings/" + id + "/sessions/"
                        + given.sessions(id).getFirst(),
                "trainee /desk/trainings/" + id + "/trainees/" + given.trainee(id, "8000"));
        for (var page : pages) {
            window.navigate(page.substring(page.indexOf(' ') + 1));
            for (var width : WIDTHS) {
                window.setViewportSize(width, 844);
                screenshot(window, "training-" + page.substring(0, page.indexOf(' ')), width);
                assertNothingSticksOut(window);
                assertNoSeriousFindings(window);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme=light", "theme=dark", "elder=1", "lang=en"})
    void the_pages_for_verifying_can_be_read_by_everybody(String look) {
        certified();
        var certificate = context.getBean(ClassCertificates.class)
                .of(GivenActivities.clerk(), id)
                .values()
                .iterator()
                .next();
        var window = window(PHONE, look);
        window.navigate("/verify");
        window.locator("#code").fill(certificate.spelled());
        look(window, "verify-form-" + look.replace('=', '-'));
        window.locator("main button[type=submit]").click();
        assertThat(window.locator("main").textContent()).contains("王*", certificate.number());
        look(window, "verify-" + look.replace('=', '-'));
    }

    private static void look(Page window, String name) {
        for (var width : WIDTHS) {
            window.setViewportSize(width, 844);
            screenshot(window, name, width);
            assertNothingSticksOut(window);
        }
        assertNoSeriousFindings(window);
    }

    @Test
    void certificates_are_printed_in_one_go_each_on_its_page() throws IOException {
        certified();
        var out = new ByteArrayOutputStream();
        var paper = context.getBean(CertificatePaper.class);
        context.getBean(Papers.class)
                .pdf(
                        context.getBean(ClassCertificates.class).print(GivenActivities.clerk(), id, null).stream()
                                .map(paper::of)
                                .toList(),
                        out);
        var printed = out.toByteArray();
        Files.createDirectories(Path.of("target/screenshots"));
        Files.write(Path.of("target/screenshots/certificates.pdf"), printed);
        try (var document = Loader.loadPDF(printed)) {
            assertThat(document.getNumberOfPages()).isEqualTo(9);
            var stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            assertThat(stripper.getText(document).replaceAll("\\s", ""))
                    .contains("培训结业证书", "王小明：", "科技教师实验课培训", "完成7小时学习", "昆都仑区教育局", "/verify/");
        }
    }
}
