package org.kepu.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is said when something goes wrong: our words in our frame, and nothing of the program's. */
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTest extends RunningSite {

    private static final Pattern NUMBER = Pattern.compile("failure-number\">编号 <strong>([0-9A-Z]+)</strong>");
    private static final Pattern HEADLINE = Pattern.compile("<h1>([^<]+)</h1>");

    @Autowired
    private JdbcClient database;

    @Test
    void a_page_that_is_not_there() {
        says(visitor().get("/nowhere"), 404, "没有找到这个页面", "回到首页");
        says(clerk().get("/desk/nowhere"), 404, "没有找到这个页面", "回到待办");
        says(visitor().get("/error"), 404, "没有找到这个页面", "回到首页");
        says(visitor().get("/nowhere.css"), 404, "没有找到这个页面", "回到首页");
    }

    @Test
    void a_form_without_its_token() {
        says(visitor().post("/plans"), 403, "页面打开得太久了", "回到首页");
        var clerk = clerk();
        says(clerk.postWithToken("/desk/password", "made-up"), 403, "页面打开得太久了", "回到待办");
    }

    @Test
    void a_way_that_does_not_lead_here() {
        var visitor = visitor();
        visitor.get("/sign-in");
        says(visitor.post("/plans"), 405, "不能这样打开这个页面", "回到首页");
    }

    @Test
    void an_address_that_the_firewall_refuses() {
        says(visitor().get("/a//b"), 400, "没有看懂这个请求", "回到首页");
        says(visitor().get("/a;b=c"), 400, "没有看懂这个请求", "回到首页");
    }

    @Test
    void a_file_that_is_too_large() {
        var clerk = clerk();
        clerk.get("/desk");
        says(clerk.upload("/desk/plans/upload", 50 * 1024 * 1024 + 1), 413, "文件太大", "回到待办");
    }

    @Test
    void a_fault_of_ours_has_a_number_that_the_log_has_too_and_tells_nothing_else(CapturedOutput console) {
        Visitor.Answer answer;
        var visitor = visitor();
        visitor.get("/sign-in");
        var owner = OnPostgres.Server.owner(database);
        owner.sql("alter table guard.attempt rename to away").update();
        try {
            answer = visitor.post("/sign-in", "name", "admin", "password", "x");
        } finally {
            owner.sql("alter table guard.away rename to attempt").update();
        }

        says(answer, 500, "平台出了问题", "回到首页");
        var number = NUMBER.matcher(answer.body());
        assertThat(number.find()).isTrue();
        assertThat(console.getAll().lines().filter(line -> line.contains("fault " + number.group(1))))
                .singleElement()
                .satisfies(line -> assertThat(line.strip()).endsWith(" /sign-in"));
        assertThat(console.getAll()).contains("guard.attempt\" does not exist");
        assertThat(answer.body()).doesNotContain("guard.attempt", "Exception", "org.", "	at ");
    }

    @Test
    void programs_get_problem_details() {
        for (var accepted : List.of("text/html", "application/json", "*/*")) {
            var answer = visitor().get("/api/nowhere", "Accept", accepted);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.body())
                    .isEqualTo("{\"instance\":\"/api/nowhere\",\"status\":404,\"title\":\"Not Found\","
                            + "\"type\":\"urn:kepu:problem:not-found\",\"code\":\"not-found\"}");
        }
    }

    @Test
    void programs_get_the_number_of_a_fault_and_no_message(CapturedOutput console) {
        var request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/plans");
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret"));
        var answer = (ResponseEntity<?>) new ErrorPages(new Random(7)).error(request, new MockHttpServletResponse());

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        var problem = (ProblemDetail) answer.getBody();
        assertThat(problem.getDetail()).isNull();
        var number = problem.getProperties().get("reference");
        assertThat(problem.getProperties()).containsOnlyKeys("reference", "code");
        assertThat(console.getAll())
                .contains("fault " + number + " at GET /api/plans")
                .contains("secret");
    }

    private static void says(Visitor.Answer answer, int status, String headline, String wayOn) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(HEADLINE.matcher(answer.body()).results().map(found -> found.group(1)))
                .containsExactly(headline);
        assertThat(answer.body()).contains("data-bs-theme", wayOn);
        assertThat(NUMBER.matcher(answer.body()).find()).isEqualTo(status == 500);
    }
}
