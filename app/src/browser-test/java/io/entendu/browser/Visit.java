package io.entendu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser window that notes what goes wrong in it. */
final class Visit implements AutoCloseable {

    private static final String AXE = "/axe.min.js";

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Visit(BrowserContext context) {
        this.context = context;
        this.page = tab();
    }

    /** A further tab of the same visitor. */
    Page tab() {
        var tab = context.newPage();
        tab.onPageError(complaints::add);
        tab.onConsoleMessage(this::note);
        return tab;
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add(message.text());
        }
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** What the scripts of the page and its policy complained about. */
    List<String> complaints() {
        return complaints;
    }

    Locator ours() {
        return page.locator(".bubble.ours");
    }

    Locator mine() {
        return page.locator(".bubble.mine");
    }

    /** Waits until we have said so many things. */
    void awaitOurs(int count) {
        PlaywrightAssertions.assertThat(ours()).hasCount(count);
    }

    /** By keyboard alone, into whatever has the focus. */
    void type(String words) {
        page.keyboard().type(words);
        page.keyboard().press("Enter");
    }

    void assertAccessible() {
        page.evaluate(axe());
        var found =
                page.evaluate(
                        """
                        () => axe.run().then(r => r.violations.map(
                            v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join('; ')))\
                        """);
        assertThat((List<?>) found).isEmpty();
    }

    void assertFits() {
        var overflow =
                page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).isEqualTo(0);
    }

    private static String axe() {
        try (InputStream script = Visit.class.getResourceAsStream(AXE)) {
            if (script == null) {
                throw new IllegalStateException("axe-core is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("axe-core cannot be read", unreadable);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
