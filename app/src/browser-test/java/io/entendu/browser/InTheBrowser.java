package io.entendu.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

/** One house and one browser for all tests of a class; a fresh visitor each time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "io.entendu.browser.Chromium#isThere",
        disabledReason = "no Chromium on the PATH; on Debian: apt-get install chromium")
abstract class InTheBrowser {

    /** Without a sandbox, because a container has no user namespaces to build one from. */
    private static final List<String> IN_A_CONTAINER =
            List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");

    private static final int HEIGHT = 800;

    private House house;
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void open() throws ClassNotFoundException, IOException {
        house = House.open();
        playwright = Playwright.create();
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Chromium.path().orElseThrow())
                                        .setArgs(IN_A_CONTAINER));
    }

    @AfterAll
    void close() {
        if (playwright != null) {
            playwright.close();
        }
        if (house != null) {
            house.close();
        }
    }

    House house() {
        return house;
    }

    Visit visit(int width, String locale) {
        return visit(width, HEIGHT, locale, ColorScheme.LIGHT);
    }

    Visit visit(int width, int height, String locale, ColorScheme scheme) {
        return new Visit(
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(house.url())
                                .setViewportSize(width, height)
                                .setLocale(locale)
                                .setColorScheme(scheme)
                                .setReducedMotion(ReducedMotion.REDUCE)));
    }
}
