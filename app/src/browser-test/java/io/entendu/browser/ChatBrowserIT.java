package io.entendu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatBrowserIT extends InTheBrowser {

    private static final String CHAT = "/chat/nps-after-call";

    @ParameterizedTest
    @CsvSource({"fr, 1280", "en, 1280", "fr, 390", "en, 390"})
    void aSurveyIsLivedByKeyboardAndAReloadLosesNothing(String lang, int width) {
        try (var visit = visit(width, lang)) {
            visit.page().navigate(CHAT);
            visit.awaitOurs(1);
            assertThat(visit.page().locator("html")).hasAttribute("lang", lang);
            assertThat(visit.page().locator("#words")).isFocused();
            visit.assertAccessible();

            visit.type("1");
            visit.awaitOurs(2);
            assertThat(visit.page().locator("#scale button")).hasCount(11);
            visit.assertAccessible();
            visit.assertFits();

            visit.type("8");
            visit.awaitOurs(3);
            assertThat(visit.ours().last()).containsText("8");
            assertThat(visit.page().locator("#scale button")).hasCount(0);

            visit.type(lang.equals("fr") ? "Très bon accueil, merci." : "Very kind, thank you.");
            visit.awaitOurs(4);
            assertThat(visit.ours().last())
                    .containsText(Pattern.compile(lang.equals("fr") ? "Merci" : "Thank"));
            visit.assertAccessible();

            visit.page().reload();
            visit.awaitOurs(4);
            assertThat(visit.mine()).hasCount(3);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aSurveyIsLivedWithButtonsOnANarrowScreen() {
        try (var visit = visit(320, "fr")) {
            visit.page().navigate(CHAT);
            visit.page().locator("#choices button").first().click();
            visit.awaitOurs(2);
            visit.assertFits();
            var key = visit.page().locator("#scale button").last().boundingBox();
            assertThat(key.width).as("WCAG 2.2, target size").isGreaterThanOrEqualTo(24);

            visit.page().locator("#scale button").last().click();
            visit.awaitOurs(3);
            assertThat(visit.mine().last().locator(".words")).hasText("10");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void theKeysAreReachedWithTheTabKey() {
        try (var visit = visit(1280, "fr")) {
            visit.page().navigate(CHAT);
            visit.type("1");
            visit.awaitOurs(2);

            visit.page().keyboard().press("Shift+Tab");
            assertThat(visit.page().locator("#scale button").last()).isFocused();
            visit.page().keyboard().press("Enter");
            visit.awaitOurs(3);
            assertThat(visit.page().locator("#words")).isFocused();
        }
    }

    @Test
    void aSecondTabHearsWhatTheFirstSays() {
        try (var visit = visit(1280, "fr")) {
            visit.page().navigate(CHAT);
            visit.awaitOurs(1);
            var other = visit.tab();
            other.navigate(CHAT);
            assertThat(other.locator(".bubble.ours")).hasCount(1);

            other.locator("#words").fill("1");
            other.keyboard().press("Enter");
            assertThat(other.locator(".bubble.ours")).hasCount(2);
            visit.page().bringToFront();
            visit.awaitOurs(2);
            assertThat(visit.mine()).hasCount(1);
        }
    }

    @Test
    void anAnswerThatGetsLostIsAskedForAgainAndCountsOnce() {
        try (var visit = visit(1280, "fr")) {
            visit.page().navigate(CHAT);
            visit.awaitOurs(1);
            visit.type("1");
            visit.awaitOurs(2);

            var posts = new AtomicInteger();
            visit.page()
                    .route(
                            "**/messages*",
                            route -> {
                                if (posts.incrementAndGet() == 1) {
                                    route.fetch();
                                    route.fulfill(new Route.FulfillOptions().setStatus(503));
                                } else {
                                    route.resume();
                                }
                            });
            visit.type("4");
            visit.awaitOurs(3);
            assertThat(visit.mine().last().locator(".state")).hasText("");
            assertThat(posts.get()).isEqualTo(2);
            assertThat(visit.mine()).hasCount(2);
            assertThat(visit.ours()).hasCount(3);
        }
    }

    @Test
    void whatIsSaidWithoutAConnectionLeavesWhenItIsBack() {
        try (var visit = visit(1280, "fr")) {
            visit.page().navigate(CHAT);
            visit.awaitOurs(1);

            visit.context().setOffline(true);
            visit.type("1");
            assertThat(visit.mine().last().locator(".state")).containsText("connexion");
            visit.assertAccessible();

            visit.context().setOffline(false);
            visit.awaitOurs(2);
            assertThat(visit.mine()).hasCount(1);
            assertThat(visit.page().locator("#network")).isEmpty();
        }
    }

    @Test
    void anUnknownSurveySaysSo() {
        try (var visit = visit(390, "fr")) {
            var answer = visit.page().navigate("/chat/no-such-survey");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(visit.page().locator("h1")).isVisible();
            visit.assertAccessible();
        }
    }
}
