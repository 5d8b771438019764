package org.kepu.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The switches of the look: the sheet for elders, light and dark, the language. */
class LookTest extends RunningSite {

    private static final Pattern HTML = Pattern.compile("<html ([^>]+)>");
    private static final Pattern SWITCH = Pattern.compile("href=\"(/look\\?(elder|theme|lang)=[^\"]+)\"");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    @Test
    void each_switch_of_a_page_is_kept_and_comes_back_to_it() {
        var reader = visitor();
        var page = "/search?q=%E7%A7%91%E6%99%AE%20%26%20a+b";
        assertThat(looks(reader.get(page)))
                .isEqualTo("lang=\"zh-CN\" data-bs-theme=\"auto\" data-look=\"plain\" data-face=\"portal\"");

        for (var wanted : List.of("elder=1", "theme=dark", "lang=en")) {
            var href = switches(reader.get(page))
                    .filter(to -> to.contains(wanted))
                    .findFirst()
                    .orElseThrow();
            assertThat(reader.get(href).location()).isEqualTo(page);
        }
        assertThat(looks(reader.get("/")))
                .isEqualTo("lang=\"en\" data-bs-theme=\"dark\" data-look=\"elder\" data-face=\"portal\"");

        for (var wanted : List.of("elder=0", "theme=light", "lang=zh")) {
            var href = switches(reader.get(page))
                    .filter(to -> to.contains(wanted))
                    .findFirst()
                    .orElseThrow();
            assertThat(reader.get(href).location()).isEqualTo(page);
        }
        assertThat(looks(reader.get("/")))
                .isEqualTo("lang=\"zh-CN\" data-bs-theme=\"light\" data-look=\"plain\" data-face=\"portal\"");
    }

    @Test
    void a_switch_lasts_a_year_and_is_no_business_of_scripts() {
        assertThat(visitor().get("/look?elder=1").header("Set-Cookie"))
                .matches("elder=1; Path=/; Max-Age=31536000; Expires=[^;]+; HttpOnly; SameSite=Lax");
    }

    @Test
    void what_is_no_switch_sets_nothing() {
        var answer = visitor().get("/look?elder=2&theme=%0d%0aX:1&lang=fr&kepu=stolen");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.location()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/%5Cevil.example",
                "%5C%5Cevil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/%09/evil.example",
                "/%0a/evil.example",
                "%20//evil.example",
                "%E7%A7%91",
                ""
            })
    void a_switch_leads_nowhere_but_into_this_site(String back) {
        assertThat(visitor().get("/look?theme=dark&back=" + back).header("Location"))
                .isEqualTo(address() + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%7Bx%7D", "/$%7Bx%7D?q=%23%7B1%7D", "/a//evil.example"})
    void a_strange_address_of_our_own_is_no_fault(String back) {
        assertThat(visitor().get("/look?back=" + back).status()).isEqualTo(302);
    }

    @Test
    void every_page_of_the_frame_is_said_in_english() {
        var reader = visitor();
        reader.get("/look?lang=en");
        for (var path : List.of("/search", "/sign-in?wrong", "/sign-in?wait", "/sign-in?out", "/nowhere", "/a//b")) {
            assertThat(han(reader.get(path))).as(path).containsExactly("中文");
        }
        assertThat(han(reader.postWithToken("/plans", ""))).containsExactly("中文");

        var clerk = clerk();
        clerk.get("/look?lang=en");
        for (var path : List.of("/desk", "/desk/password", "/desk/nowhere")) {
            var answer = clerk.get(path);
            assertThat(answer.status()).as(path).isIn(200, 404);
            assertThat(han(answer)).as("names stay as they are: " + path).isSubsetOf("内蒙古自治区");
        }
    }

    private static String looks(Visitor.Answer page) {
        var html = HTML.matcher(page.body());
        assertThat(html.find()).isTrue();
        return html.group(1);
    }

    private static java.util.stream.Stream<String> switches(Visitor.Answer page) {
        return SWITCH.matcher(page.body()).results().map(found -> found.group(1).replace("&amp;", "&"));
    }

    private static TreeSet<String> han(Visitor.Answer page) {
        var words = new TreeSet<String>();
        HAN.matcher(page.body()).results().forEach(found -> words.add(found.group()));
        return words;
    }
}
