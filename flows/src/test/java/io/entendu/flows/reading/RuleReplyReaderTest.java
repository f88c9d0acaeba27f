package io.entendu.flows.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Content;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.reading.ReplyReader;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleReplyReaderTest {

    private static final Survey OPEN = Fixtures.survey("nps-after-call", true);
    private static final Survey CLOSED = Fixtures.survey("closed", false);
    private static final ReplyReader READER =
            new RuleReplyReader(Fixtures.surveys(OPEN, CLOSED), Fixtures.GRAMMARS);
    private static final Expectation NOTHING = new Expectation.Nothing(Locale.FRENCH);
    private static final Expectation CONSENT = new Expectation.Consent(OPEN, 3, Locale.FRENCH);
    private static final Expectation SCORE =
            new Expectation.Answer(OPEN, 3, Fixtures.scale("0-10"), Locale.FRENCH);
    private static final Expectation REASON =
            new Expectation.Answer(OPEN, 3, Fixtures.OPEN_ENDED, Locale.FRENCH);
    private static final Reading KEYWORD = new Reading.Keyword(new SurveyId("nps-after-call"));
    private static final Reading OPENED =
            new Reading.Opened(Optional.of(new SurveyId("nps-after-call")));
    private static final Reading OPENED_NOWHERE = new Reading.Opened(Optional.empty());
    private static final Reading SKIPPED = new Reading.PassedOver(Missing.SKIPPED);
    private static final String TOKEN = "AbCdEfGhIjKlMnOpQrSt_-";

    @ParameterizedTest
    @MethodSource
    void reads(Expectation expected, Content content, Reading reading) {
        assertThat(READER.read(expected, content).reading()).isEqualTo(reading);
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                argumentSet("START lifts an opt-out", NOTHING, text("START"), new Reading.OptIn()),
                argumentSet(
                        "UNSTOP lifts an opt-out", NOTHING, text("unstop!"), new Reading.OptIn()),
                argumentSet(
                        "YES to nothing lifts an opt-out",
                        NOTHING,
                        text("YES"),
                        new Reading.OptIn()),
                argumentSet(
                        "YES to the consent question agrees",
                        CONSENT,
                        text("YES"),
                        new Reading.Agreed()),
                argumentSet(
                        "START to the consent question is no yes",
                        CONSENT,
                        text("START"),
                        new Reading.Unclear()),
                argumentSet(
                        "YES to a scale is no number", SCORE, text("YES"), new Reading.Unclear()),
                argumentSet(
                        "HELP is a keyword in every phase",
                        SCORE,
                        text("HELP"),
                        new Reading.HelpWanted()),
                argumentSet("AIDE", REASON, text("Aide"), new Reading.HelpWanted()),
                argumentSet("INFO", NOTHING, text("info"), new Reading.HelpWanted()),
                argumentSet(
                        "/help as Telegram writes it",
                        NOTHING,
                        text("/help"),
                        new Reading.HelpWanted()),
                argumentSet(
                        "/stop as Telegram writes it",
                        NOTHING,
                        text("/stop"),
                        new Reading.OptOut()),
                argumentSet(
                        "help within a sentence is none",
                        REASON,
                        text("help line was great"),
                        new Reading.Said()),
                argumentSet("the id of an open survey", NOTHING, text(" NPS-after-call "), KEYWORD),
                argumentSet(
                        "the id of an open survey again", SCORE, text("nps-after-call"), KEYWORD),
                argumentSet(
                        "the id of a closed survey is just words",
                        NOTHING,
                        text("closed"),
                        new Reading.Unclear()),
                argumentSet(
                        "an id within a sentence is just words",
                        REASON,
                        text("nps-after-call is odd"),
                        new Reading.Said()),
                argumentSet(
                        "a link that names an open survey",
                        NOTHING,
                        new Content.Start("nps-after-call"),
                        OPENED),
                argumentSet(
                        "a link that names a closed survey",
                        NOTHING,
                        new Content.Start("closed"),
                        OPENED_NOWHERE),
                argumentSet(
                        "an invitation's link",
                        NOTHING,
                        new Content.Start(TOKEN),
                        new Reading.Redeemed(TOKEN)),
                argumentSet("a bare start", NOTHING, new Content.Start(""), OPENED_NOWHERE),
                argumentSet(
                        "a forged link", NOTHING, new Content.Start("../../etc"), OPENED_NOWHERE),
                argumentSet("yes by button", CONSENT, tap("3|consent|yes"), new Reading.Agreed()),
                argumentSet("no by button", CONSENT, tap("3|consent|no"), new Reading.Declined()),
                argumentSet(
                        "a score by button",
                        SCORE,
                        tap("3|score|9"),
                        new Reading.Rated(9, Optional.empty())),
                argumentSet("skip by button", SCORE, tap("3|score|skip"), SKIPPED),
                argumentSet("skip by button of a reason", REASON, tap("3|reason|skip"), SKIPPED),
                argumentSet(
                        "a button of an earlier question",
                        REASON,
                        tap("3|score|9"),
                        new Reading.OldButton()),
                argumentSet(
                        "a button of an earlier conversation",
                        SCORE,
                        tap("2|score|9"),
                        new Reading.OldButton()),
                argumentSet(
                        "a button without a conversation",
                        NOTHING,
                        tap("3|score|9"),
                        new Reading.OldButton()),
                argumentSet(
                        "a score button cannot consent",
                        CONSENT,
                        tap("3|score|9"),
                        new Reading.OldButton()),
                argumentSet("a forged score", SCORE, tap("3|score|11"), new Reading.OldButton()),
                argumentSet("a forged button", SCORE, tap("drop table"), new Reading.OldButton()),
                argumentSet(
                        "a picture", SCORE, new Content.Media("photo"), new Reading.Unreadable()),
                argumentSet("no words", SCORE, text(""), new Reading.Unclear()),
                argumentSet("no words for a reason", REASON, text("  \n "), new Reading.Unclear()),
                argumentSet("any words are a reason", REASON, text("bof"), new Reading.Said()),
                argumentSet("a number is a reason", REASON, text("10"), new Reading.Said()),
                argumentSet("an emoji is a reason", REASON, text("😡"), new Reading.Said()),
                argumentSet(
                        "a question is a reason", REASON, text("pourquoi ?"), new Reading.Said()),
                argumentSet("a reason passed over", REASON, text("passer"), SKIPPED),
                argumentSet(
                        "a reason refused",
                        REASON,
                        text("non merci"),
                        new Reading.PassedOver(Missing.REFUSED)),
                argumentSet("STOP is no reason", REASON, text("Arrêtez"), new Reading.OptOut()),
                argumentSet(
                        "words without a question",
                        NOTHING,
                        text("bonjour"),
                        new Reading.Unclear()));
    }

    @Test
    void aSpanPointsIntoTheReplyAsItCame() {
        var text = "  Merci 🙏 : je mets 8️⃣, conseillère très aimable ";
        var read = READER.read(SCORE, text(text));

        assertThat(read.span().of(text)).isEqualTo("8️⃣");
        assertThat(((Reading.Rated) read.reading()).comment().orElseThrow().of(text))
                .isEqualTo("conseillère très aimable");
    }

    @Test
    void aReasonIsWhatWasSaidWithoutTheBlanksAround() {
        var text = " trop long \n";

        assertThat(READER.read(REASON, text(text)).span().of(text)).isEqualTo("trop long");
    }

    /** Seeded, so that a failure can be had again. */
    @Test
    void everyTextHasAReadingWithASpanInsideIt() {
        var random = new SplittableRandom(20251122);
        for (var i = 0; i < 5_000; i++) {
            var text = randomText(random);
            for (var expected : List.of(NOTHING, CONSENT, SCORE, REASON)) {
                var read = READER.read(expected, text(text));
                assertThat(read.span().end()).as(text).isLessThanOrEqualTo(text.length());
                if (read.reading() instanceof Reading.Rated(var value, var comment)) {
                    assertThat(value).as(text).isBetween(0, 10);
                    assertThat(comment.map(Span::end).orElse(0))
                            .as(text)
                            .isLessThanOrEqualTo(text.length());
                }
            }
        }
    }

    /** How fast is told by the benchmark; here only what would grow without bound is caught. */
    @ParameterizedTest
    @MethodSource
    @Timeout(20)
    void aLongTextIsRead(String piece) {
        var text = piece.repeat(10_000 / piece.length() + 1).substring(0, 10_000);
        for (var expected : List.of(CONSENT, SCORE, REASON)) {
            var read = READER.read(expected, text(text));
            assertThat(read.span().end()).isLessThanOrEqualTo(text.length());
        }
    }

    static Stream<Arguments> aLongTextIsRead() {
        return Stream.of(
                argumentSet("letters", "a"),
                argumentSet("digits", "7"),
                argumentSet("numbers", "7 "),
                argumentSet("fractions", "7/"),
                argumentSet("keywords", "stop "),
                argumentSet("half a request", "ne m "),
                argumentSet("words that may be requests", "dont want to receive any "),
                argumentSet("leads", "je mets un "),
                argumentSet("corrections", "8 non plutot "),
                argumentSet("marks", "!"),
                argumentSet("combining marks", "e\u0301"),
                argumentSet("emoji", "⭐"),
                argumentSet("ligatures that grow", "\uFDFA"),
                argumentSet(
                        "a story", "Le conseiller était aimable, mais j'ai attendu 20 minutes. "));
    }

    private static String randomText(SplittableRandom random) {
        var pieces =
                List.of(
                        "7",
                        "10",
                        "0",
                        "11",
                        "/",
                        "10",
                        "sur",
                        "dix",
                        "huit",
                        "un",
                        "neuf",
                        "pas",
                        "not",
                        "non",
                        "no",
                        "stop",
                        "STOP",
                        "arrêtez",
                        "de",
                        "m'écrire",
                        "ne",
                        "plus",
                        "je",
                        "mets",
                        "note",
                        ":",
                        ",",
                        ".",
                        "!",
                        "?",
                        "-",
                        "+",
                        "%",
                        "€",
                        "minutes",
                        "et",
                        "demi",
                        "entre",
                        "plutôt",
                        "que",
                        "disons",
                        "oui",
                        "1",
                        "2",
                        "👍",
                        "⭐",
                        "8️⃣",
                        "🔟",
                        "½",
                        "\uD83D",
                        "\uDE00",
                        "\u0000",
                        "\u200B",
                        "é",
                        "e\u0301",
                        "ﷺ",
                        "\n",
                        "\t",
                        "don't",
                        "'",
                        "out",
                        "of",
                        "ten",
                        "si",
                        "vous",
                        "was",
                        "now",
                        "{",
                        "|",
                        "é");
        var text = new StringBuilder();
        var length = random.nextInt(12);
        for (var i = 0; i < length; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())))
                    .append(random.nextBoolean() ? " " : "");
        }
        if (random.nextInt(4) == 0) {
            text.append((char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    private static Content text(String text) {
        return new Content.Text(text);
    }

    private static Content tap(String payload) {
        return new Content.Tap(payload, "label", "1");
    }
}
