package org.kepu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.BrowsedSite;
import org.kepu.page.Fragments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The partial in a real form, in a real browser with script and without. */
class HumanFormTest extends BrowsedSite {

    private static final RequestMappingInfo FORM =
            RequestMappingInfo.paths("/a-public-form").build();

    @Autowired
    private HumanCheck check;

    @Autowired
    private Fragments fragments;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** A form with one field, as any module would write it. */
    public final class Form {

        public ResponseEntity<String> answer(
                HttpServletRequest request, @ModelAttribute("page") org.kepu.page.Page page) {
            if (!request.getMethod().equals("POST")) {
                return shown(page, "", "", check.ask("test"));
            }
            var typed = request.getParameter("wish");
            return switch (check.passed(request, "test")) {
                case HumanVerdict.Passed() -> html("<p id=done>" + typed + "</p>");
                case HumanVerdict.Again(var key, var next) -> shown(page, page.say(key), typed, next);
            };
        }

        private ResponseEntity<String> shown(
                org.kepu.page.Page page, String said, String typed, HumanQuestion question) {
            return html("<p id=said>" + said + "</p><form method=post><input name=_csrf type=hidden value='"
                    + page.csrf().orElseThrow().getToken() + "'><input name=wish value='" + typed + "'>"
                    + text(page, question) + "<button>go</button></form>");
        }

        private String text(org.kepu.page.Page page, HumanQuestion question) {
            var output = new gg.jte.output.StringOutput();
            fragments.of("page/human", page, Map.of("question", question)).writeTo(output);
            return output.toString();
        }

        private static ResponseEntity<String> html(String body) {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
                    .body("<!doctype html><html lang=zh><title>x</title><body>" + body);
        }
    }

    @BeforeEach
    void open_the_form() throws NoSuchMethodException {
        mappings.registerMapping(
                FORM, new Form(), Form.class.getMethod("answer", HttpServletRequest.class, org.kepu.page.Page.class));
    }

    @AfterEach
    void close_the_form() {
        mappings.unregisterMapping(FORM);
    }

    @Test
    void with_script_the_work_is_done_unseen_and_the_form_passes_after_two_seconds() {
        var window = window(390);
        window.navigate("/a-public-form");
        window.fill("[name=wish]", "讲座");
        window.waitForSelector(
                "[name=human-proof][value]:not([value=''])",
                new com.microsoft.playwright.Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        var token = window.inputValue("[name=human]");
        assertThat(HumanCheck.isProven(token, window.inputValue("[name=human-proof]")))
                .isTrue();
        sendUntilDone(window);
        assertThat(window.textContent("#done")).isEqualTo("讲座");
    }

    @Test
    void without_script_the_form_is_kept_until_it_passes() {
        var window = withoutScript(390);
        window.navigate("/a-public-form");
        assertThat(window.textContent("noscript")).contains("几秒");
        window.fill("[name=wish]", "讲座");
        var token = window.inputValue("[name=human]");
        window.click("button");
        assertThat(window.textContent("#said")).contains("几秒");
        assertThat(window.inputValue("[name=wish]")).isEqualTo("讲座");
        assertThat(window.inputValue("[name=human]")).isEqualTo(token);
        sendUntilDone(window);
        assertThat(window.textContent("#done")).isEqualTo("讲座");
    }

    /** As somebody does who reads that it was too quick, and tries again. */
    private static void sendUntilDone(Page window) {
        while (window.locator("#done").count() == 0) {
            window.click("button");
        }
    }
}
