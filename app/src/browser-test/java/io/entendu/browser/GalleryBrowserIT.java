package io.entendu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.entendu.core.analysis.Analysis;
import io.entendu.core.analysis.Flag;
import io.entendu.core.analysis.Polarity;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.analysis.ThemeMention;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Origin;
import io.entendu.core.text.Span;
import io.entendu.stage.StageAnswers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes pictures of the pages for people to look at: {@code -Dentendu.gallery=<folder>}. */
@EnabledIfSystemProperty(named = "entendu.gallery", matches = ".+")
class GalleryBrowserIT extends InTheBrowser {

    private static final List<Integer> WIDTHS = List.of(1280, 390, 320);
    private static final List<String> LANGUAGES = List.of("fr", "en");
    private static final List<Channel> CHANNELS =
            List.of(Channel.TELEGRAM, Channel.SMS, Channel.WHATSAPP, Channel.WEB);
    private static final Random LUCK = new Random(42);

    private interface Scene {
        void play(Visit visit, String lang, String name);
    }

    @Test
    void chat() {
        everywhere(
                "chat",
                (visit, lang, name) -> {
                    visit.page().navigate("/chat/nps-after-call");
                    visit.awaitOurs(1);
                    shot(visit, name + "-consent");
                    visit.type("1");
                    visit.awaitOurs(2);
                    shot(visit, name + "-scale");
                    visit.type("4");
                    visit.awaitOurs(3);
                    visit.type(
                            lang.equals("fr")
                                    ? "Vingt minutes d’attente avant de parler à quelqu’un, et la musique est horrible."
                                    : "Twenty minutes before I could talk to somebody, and the music is terrible.");
                    visit.awaitOurs(4);
                    visit.context().setOffline(true);
                    visit.type(lang.equals("fr") ? "Merci à vous" : "You are welcome");
                    visit.page().locator(".state button").waitFor();
                    shot(visit, name + "-end");
                    visit.context().setOffline(false);
                });
    }

    @Test
    void dashboard() {
        board("empty");
        fill(3, Origin.INVITED);
        board("three");
        house().part(StageAnswers.class).clear();
        fill(8, Origin.DEMO);
        board("demo", "/?data=demo");
        house().part(StageAnswers.class).clear();
        fill(1000, Origin.INVITED);
        board("thousand");
        house().part(StageAnswers.class).clear();
    }

    @Test
    void doors() {
        everywhere(
                "login",
                (visit, _, name) -> {
                    visit.page().navigate("/");
                    shot(visit, name);
                    visit.page().navigate("/chat/unknown");
                    shot(visit, name + "-unknown");
                });
    }

    private void board(String state) {
        board(state, "/");
    }

    private void board(String state, String path) {
        everywhere(
                "board-" + state,
                (visit, _, name) -> {
                    visit.page().navigate("/");
                    assertThat(visit.page().locator("#password")).isFocused();
                    visit.type(House.PASSWORD);
                    visit.page().locator("#live.on").waitFor();
                    visit.page().navigate(path);
                    visit.page().locator("#live.on").waitFor();
                    shot(visit, name);
                });
    }

    private void everywhere(String name, Scene scene) {
        for (var width : WIDTHS) {
            for (var lang : LANGUAGES) {
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    var of =
                            "%s-%d-%s-%s"
                                    .formatted(name, width, lang, scheme)
                                    .toLowerCase(Locale.ROOT);
                    try (var visit = visit(width, width > 600 ? 860 : 760, lang, scheme)) {
                        scene.play(visit, lang, of);
                    }
                }
            }
        }
    }

    private static void shot(Visit visit, String name) {
        visit.page()
                .screenshot(
                        new Page.ScreenshotOptions()
                                .setFullPage(visit.page().locator("#board").count() > 0)
                                .setClip(0, 0, visit.page().viewportSize().width, height(visit))
                                .setPath(
                                        Path.of(
                                                System.getProperty("entendu.gallery"),
                                                name + ".png")));
    }

    /** Of a picture: a board goes on below the fold, but twenty quotes are enough of the same. */
    private static int height(Visit visit) {
        var fold = visit.page().viewportSize().height;
        var all = (int) visit.page().evaluate("document.documentElement.scrollHeight");
        return Math.min(all, 3 * fold / 2);
    }

    private record Sample(
            int rating,
            Locale locale,
            String text,
            List<Found> found,
            Set<Flag> flags,
            Sentiment sentiment) {}

    private record Found(String theme, Polarity polarity, String words) {}

    private static final List<Sample> SAMPLES =
            List.of(
                    new Sample(
                            9,
                            Locale.FRENCH,
                            "La conseillère a été patiente et mon problème était réglé en cinq minutes.",
                            List.of(
                                    new Found(
                                            "staff",
                                            Polarity.POSITIVE,
                                            "La conseillère a été patiente"),
                                    new Found(
                                            "resolution",
                                            Polarity.POSITIVE,
                                            "réglé en cinq minutes")),
                            Set.of(),
                            Sentiment.POSITIVE),
                    new Sample(
                            3,
                            Locale.FRENCH,
                            "Vingt minutes d’attente, puis coupé. J’ai dû rappeler trois fois. Je vais voir ailleurs.",
                            List.of(
                                    new Found(
                                            "wait_time",
                                            Polarity.NEGATIVE,
                                            "Vingt minutes d’attente, puis coupé"),
                                    new Found(
                                            "resolution",
                                            Polarity.NEGATIVE,
                                            "J’ai dû rappeler trois fois")),
                            Set.of(Flag.CHURN_RISK),
                            Sentiment.NEGATIVE),
                    new Sample(
                            8,
                            Locale.ENGLISH,
                            "Kind person, but I waited far too long before anybody picked up.",
                            List.of(
                                    new Found("staff", Polarity.POSITIVE, "Kind person"),
                                    new Found(
                                            "wait_time", Polarity.NEGATIVE, "waited far too long")),
                            Set.of(),
                            Sentiment.MIXED),
                    new Sample(
                            7,
                            Locale.FRENCH,
                            "Correct, sans plus. Le tarif reste le tarif.",
                            List.of(
                                    new Found(
                                            "price", Polarity.NEUTRAL, "Le tarif reste le tarif")),
                            Set.of(),
                            Sentiment.NEUTRAL),
                    new Sample(
                            10,
                            Locale.ENGLISH,
                            "Quick, clear, done. Thank you!",
                            List.of(),
                            Set.of(),
                            Sentiment.POSITIVE));

    private void fill(int count, Origin origin) {
        var answers = house().part(StageAnswers.class);
        for (var i = 0; i < count; i++) {
            var sample = SAMPLES.get((count - 1 - i) % SAMPLES.size());
            var rating =
                    count > 20 && i < count - 20
                            ? Math.clamp(Math.round(8 + 2.2 * LUCK.nextGaussian()), 0, 10)
                            : sample.rating();
            answers.add(
                    rating,
                    sample.text(),
                    sample.locale(),
                    CHANNELS.get(i % CHANNELS.size()),
                    origin,
                    Duration.ofMinutes(37L * (count - i)),
                    i % 7 == 3 ? Optional.empty() : Optional.of(analysis(sample)));
        }
    }

    private static Analysis analysis(Sample sample) {
        return new Analysis(
                sample.sentiment(),
                sample.found().stream()
                        .map(f -> {
                            var at = sample.text().indexOf(f.words());
                            return new ThemeMention(
                                    new ThemeId(f.theme()),
                                    f.polarity(),
                                    new Span(at, at + f.words().length()));
                        })
                        .toList(),
                sample.flags(),
                0.87,
                sample.locale().equals(Locale.FRENCH) ? "rules" : "llm:mistral-small",
                "1/after-call.1",
                sample.rating() == 7);
    }
}
