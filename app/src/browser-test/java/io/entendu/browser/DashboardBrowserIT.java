package io.entendu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
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

    @ParameterizedTest
    @CsvSource({"fr, 1280, LIGHT", "en, 360, DARK", "en, 320, LIGHT"})
    void thePageOfASurveyIsReadEverywhere(String lang, int width, ColorScheme scheme) {
        try (var staff = visit(width, 800, lang, scheme)) {
            signIn(staff);
            staff.page().locator("#board a[href^='/surveys/nps-after-call']").click();
            assertThat(staff.page().locator("svg.flow")).isVisible();
            staff.assertAccessible();
            staff.assertFits();

            staff.page().locator(".wordings a[href$='wording=de']").click();
            assertThat(staff.page().locator(".asked")).containsText("Acme weiterempfehlen");
            staff.page().locator("summary").click();
            assertThat(staff.page().locator("pre")).containsText("flowchart TD");
            staff.assertAccessible();
            staff.assertFits();
            assertThat(staff.complaints()).isEmpty();
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
