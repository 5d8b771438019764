package org.kepu.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.page.BrowsedSite;

/** Every page of the frame, in every look and at every width, through the eyes of axe. */
@ExtendWith(SoftAssertionsExtension.class)
class FacesTests extends BrowsedSite {

    @InjectSoftAssertions
    private SoftAssertions findings;

    private static final int PHONE = 500;
    private static final int TABLET = 768;

    private record Sight(String name, String path) {}

    private static final List<Sight> PORTAL = List.of(
            new Sight("home", "/"),
            new Sight("search", "/search"),
            new Sight("search-none", "/search?q=%E9%A3%8E%E6%9A%B4"),
            new Sight("sign-in", "/sign-in"),
            new Sight("sign-in-wrong", "/sign-in?wrong"),
            new Sight("missing", "/nowhere"));

    private static final List<Sight> DESK = List.of(
            new Sight("desk", "/desk"),
            new Sight("password", "/desk/password"),
            new Sight("desk-missing", "/desk/nowhere"));

    /** A page is loaded once for each look and then drawn narrower; what only colours change is not examined twice. */
    @ParameterizedTest
    @CsvSource({"theme=light, 1440 768 390", "theme=dark, 1440", "elder=1, 1440 390", "lang=en, 390"})
    void each_page_can_be_read_and_used_by_everybody(String look, String widths) {
        var sizes = Arrays.stream(widths.split(" ")).map(Integer::valueOf).toList();
        var window = window(sizes.getFirst(), look);
        PORTAL.forEach(sight -> look(window, sight, look, sizes));
        signIn(window);
        DESK.forEach(sight -> look(window, sight, look, sizes));
    }

    @Test
    void the_dark_look_that_the_device_asks_for_is_the_one_that_is_chosen() {
        for (var elder : List.of("elder=0", "elder=1")) {
            var chosen = window(1440, "theme=dark", elder);
            chosen.navigate("/");
            var asked = window(1440, "theme=auto", elder);
            asked.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            asked.navigate("/");
            assertThat(colours(asked)).hasSizeGreaterThan(50).isEqualTo(colours(chosen));
        }
    }

    private static List<?> colours(Page window) {
        return (List<?>) window.evaluate("""
                () => [...document.querySelectorAll("main, main *, footer, footer *")].map((element) => {
                  const style = getComputedStyle(element);
                  return [element.tagName, style.color, style.backgroundColor, style.borderTopColor, style.fill].join(" ");
                })""");
    }

    private void look(Page window, Sight sight, String look, List<Integer> widths) {
        window.navigate(sight.path());
        for (var width : widths) {
            window.setViewportSize(width, width < PHONE ? 844 : 900);
            screenshot(window, sight.name() + "-" + look.replace('=', '-'), width);
            findings.check(() -> assertNothingSticksOut(window));
            if (width != TABLET) {
                findings.check(() -> assertNoSeriousFindings(window));
            }
        }
    }
}
