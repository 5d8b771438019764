package org.kepu.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.springframework.util.function.SingletonSupplier;

/** The running program seen through a real browser, one for all tests. */
public abstract class BrowsedSite extends RunningSite {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static final Supplier<Browser> BROWSER = SingletonSupplier.of(BrowsedSite::launch);

    private final List<BrowserContext> contexts = new ArrayList<>();

    @AfterEach
    void closeWindows() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    /** A window of this width; looks are the cookies of the switches, such as {@code elder=1}. */
    protected com.microsoft.playwright.Page window(int width, String... looks) {
        var context = context(width, true);
        for (var look : looks) {
            keep(context, look);
        }
        return context.newPage();
    }

    /** A window in which the clerk of the office has signed in. */
    protected com.microsoft.playwright.Page desk(int width, String... looks) {
        var window = window(width, looks);
        signIn(window);
        return window;
    }

    /** From here on the clerk looks through this window. */
    protected void signIn(com.microsoft.playwright.Page window) {
        keep(window.context(), "kepu=" + clerk().session());
    }

    /** From here on this visitor looks through this window. */
    protected void keepSession(com.microsoft.playwright.Page window, String session) {
        keep(window.context(), "kepu=" + session);
    }

    /** A window of a browser that runs no script. */
    protected com.microsoft.playwright.Page withoutScript(int width) {
        return context(width, false).newPage();
    }

    /** The same in a browser that runs no script. */
    protected com.microsoft.playwright.Page deskWithoutScript(int width) {
        var context = context(width, false);
        keep(context, "kepu=" + clerk().session());
        return context.newPage();
    }

    private BrowserContext context(int width, boolean script) {
        var context = BROWSER.get()
                .newContext(new NewContextOptions()
                        .setBaseURL(address())
                        .setLocale("zh-CN")
                        .setReducedMotion(ReducedMotion.REDUCE) // what scrolls smoothly cannot be clicked meanwhile
                        .setJavaScriptEnabled(script)
                        .setViewportSize(width, width < 500 ? 844 : 900));
        contexts.add(context);
        return context;
    }

    private void keep(BrowserContext context, String cookie) {
        var parts = cookie.split("=", 2);
        context.addCookies(List.of(new Cookie(parts[0], parts[1]).setUrl(address())));
    }

    /** Nothing serious for those who use a screen reader, a keyboard or strong contrast. */
    protected static void assertNoSeriousFindings(com.microsoft.playwright.Page window) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations")); // of what passes nothing is told, which takes most of the time
        var findings = new AxeBuilder(window)
                        .setLegacyMode(true) // no second window for frames, which our pages have not
                        .options(options)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + " " + node.getHtml() + " " + node.getFailureSummary()))
                        .toList();
        assertThat(findings).as(window.url()).isEmpty();
    }

    /** Nothing on the page is wider than the window. */
    protected static void assertNothingSticksOut(com.microsoft.playwright.Page window) {
        assertThat(window.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(window.url())
                .isEqualTo(0);
    }

    /** A picture for people to look at, in {@code target/screenshots}; taken where {@code -Dkepu.pictures=true} asks for it. */
    protected static void screenshot(com.microsoft.playwright.Page window, String name, int width) {
        if (!Boolean.getBoolean("kepu.pictures")) {
            return;
        }
        window.screenshot(new ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + "-" + width + ".png"))
                .setFullPage(true));
    }

    private static Browser launch() {
        var driver = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var program = Optional.ofNullable(System.getenv("KEPU_CHROMIUM")).orElse("/usr/bin/chromium");
        return driver.chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(program))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}
