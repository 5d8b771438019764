package org.kepu.activity.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.SessionId;
import org.kepu.activity.Timespan;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Registrations;
import org.kepu.page.RunningSite;
import org.kepu.page.SiteAddress;
import org.kepu.shared.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is printed of an activity says what one must know, and the sheet at the door who comes. */
class PapersOfActivitiesTest extends RunningSite {

    private static final Path LOOKED_AT = Path.of("target/screenshots");

    @Autowired
    ApplicationContext context;

    GivenActivities given;
    SessionId session;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        session = given.tomorrow(30, 3, true);
    }

    /** The text of a PDF, without its line breaks; the file stays to be looked at. */
    private String printed(String path, String cookie, String name) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + path))
                                .header("Cookie", "kepu=" + cookie)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        Files.createDirectories(LOOKED_AT);
        Files.write(LOOKED_AT.resolve(name + ".pdf"), answer.body());
        try (var document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    /** What a telephone reads from the paper. */
    private static String scanned(String name) throws Exception {
        try (var document = Loader.loadPDF(LOOKED_AT.resolve(name + ".pdf").toFile())) {
            var seen = new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 150);
            int width = seen.getWidth();
            int height = seen.getHeight();
            var light = new RGBLuminanceSource(width, height, seen.getRGB(0, 0, width, height, null, 0, width));
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(light)),
                            Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                    .getText();
        }
    }

    private String when() {
        return Timespan.of(given.session(session), Locale.SIMPLIFIED_CHINESE).replaceAll("\\s", "");
    }

    @Test
    void a_poster_says_what_when_where_for_whom_and_where_one_registers() throws Exception {
        var activity = given.activityOf(session);
        assertThat(printed("/activities/" + activity + "/poster.pdf", "", "poster"))
                .contains("防灾减灾讲座", "讲怎么防暴风雪", when(), "青松社区一楼", "公交3路到青松站")
                .contains("老年人", "有坡道", "0472-1234567", "/activities/" + activity);
        assertThat(scanned("poster"))
                .isEqualTo(context.getBean(SiteAddress.class).of("/activities/" + activity));
    }

    @Test
    void a_sign_in_sheet_bears_who_comes_masked_and_lines_for_those_who_just_come() throws Exception {
        context.getBean(Registrations.class)
                .register(session, new Applicant("王小明", new PhoneNumber("13800138000"), 2, "one", null));
        var other = given.published(GivenActivities.talk(), given.seats(5, 1, true));
        context.getBean(Registrations.class)
                .register(other, new Applicant("李小红", new PhoneNumber("13900139000"), 1, "two", null));
        assertThat(printed("/desk/activities/sessions/" + session + "/sign-in.pdf", clerk().session(), "sign-in"))
                .contains("防灾减灾讲座", "签到表", when(), "青松社区一楼", "王*", "138****8000", "签名", "16")
                .doesNotContain("王小明", "13800138000", "李*");
    }
}
