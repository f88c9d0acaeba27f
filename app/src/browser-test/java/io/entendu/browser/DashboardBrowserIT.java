package io.entendu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardBrowserIT extends InTheBrowser {

    private static final String BOARD = "/?survey=nps-after-call";

    @ParameterizedTest
    @CsvSource({"fr, 1280", "en, 390"})
    void anAnswerAppearsOnTheOpenDashboard(String lang, int width) {
        var words = "Dix minutes d’attente <img src=x onerror=\"document.title='taken'\"> " + width;
        try (var staff = visit(width, lang);
                var visitor = visit(390, lang)) {
            signIn(staff);
            assertThat(staff.page().locator("#live.on")).isVisible();

            answer(visitor, words);
            assertThat(staff.page().locator("blockquote").first()).containsText(words);
            assertThat(staff.page().title()).doesNotContain("taken");
            staff.assertAccessible();
            staff.assertFits();
            assertThat(staff.complaints()).isEmpty();
        }
    }

    @Test
    void theWrongPasswordIsToldSo() {
        try (var staff = visit(390, "en")) {
            staff.page().navigate(BOARD);
            staff.assertAccessible();
            staff.page().locator("#password").fill("wrong");
            staff.page().keyboard().press("Enter");
            assertThat(staff.page().locator("[role=alert]")).isVisible();
            staff.assertAccessible();
        }
    }

    @Test
    void anEmptyDashboardShowsHowToGetTheFirstAnswer() {
        try (var staff = visit(1280, "fr")) {
            signIn(staff);
            staff.page().navigate("/?survey=csat-after-call");
            assertThat(staff.page().locator(".qr")).isVisible();
            assertThat(staff.page().locator("pre")).containsText("/api/v1/invitations");
            staff.assertAccessible();

            staff.page().locator(".surveys a").first().click();
            staff.page().locator(".quiet").click();
            assertThat(staff.page().locator("#password")).isVisible();
        }
    }

    private static void signIn(Visit staff) {
        staff.page().navigate(BOARD);
        assertThat(staff.page().locator("#password")).isFocused();
        staff.type(House.PASSWORD);
        assertThat(staff.page().locator("#board")).isVisible();
    }

    private static void answer(Visit visitor, String words) {
        visitor.page().navigate("/chat/nps-after-call");
        visitor.awaitOurs(1);
        visitor.type("1");
        visitor.awaitOurs(2);
        visitor.type("3");
        visitor.awaitOurs(3);
        visitor.type(words);
        visitor.awaitOurs(4);
    }
}
