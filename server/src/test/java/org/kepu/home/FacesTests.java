package org.kepu.home;

import com.microsoft.playwright.Page;
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

    @ParameterizedTest
    @CsvSource({
        "390, theme=light",
        "768, theme=light",
        "1440, theme=light",
        "390, theme=dark",
        "1440, theme=dark",
        "390, elder=1",
        "1440, elder=1",
        "1440, lang=en"
    })
    void each_page_can_be_read_and_used_by_everybody(int width, String look) {
        var visitor = window(width, look);
        PORTAL.forEach(sight -> look(visitor, sight, look, width));
        var clerk = desk(width, look);
        DESK.forEach(sight -> look(clerk, sight, look, width));
    }

    @Test
    void the_dark_look_follows_the_device_without_a_script() {
        var visitor = window(1440);
        visitor.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        PORTAL.forEach(sight -> look(visitor, sight, "device-dark", 1440));
    }

    private void look(Page window, Sight sight, String look, int width) {
        window.navigate(sight.path());
        screenshot(window, sight.name() + "-" + look.replace('=', '-'), width);
        findings.check(() -> assertNothingSticksOut(window));
        findings.check(() -> assertNoSeriousFindings(window));
    }
}
