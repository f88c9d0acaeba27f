package io.entendu.flows.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.text.Span;
import io.entendu.flows.reading.Intents.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people say beside answering, and what only sounds like it. */
class IntentsTest {

    private static final Set<Intent> ASKED_FOR_APART = EnumSet.of(Intent.QUESTION, Intent.ABUSE);
    private static final int RANDOM_TEXTS = 5_000;

    /** {@code none} is nothing at all: neither an intent nor a question nor an insult. */
    @ParameterizedTest
    @CsvFileSource(resources = "intents.csv", useHeadersInDisplayName = true)
    void find(String language, String ownWords, String text, String expected) {
        var reply = new Reply(text);

        for (var own : ownWords(ownWords)) {
            var found = Intents.find(reply, own).map(Found::intent);
            if (expected.equals("none")) {
                assertThat(found).as("own words: %s", own).isEmpty();
                assertThat(Intents.question(reply)).isEmpty();
                assertThat(Intents.abuse(reply)).isEmpty();
                continue;
            }
            var intent = Intent.valueOf(expected);
            if (ASKED_FOR_APART.contains(intent)) {
                assertThat(found).as("own words: %s", own).isEmpty();
                assertThat(apart(intent, reply).map(Found::intent)).contains(intent);
            } else {
                assertThat(found).as("own words: %s", own).contains(intent);
            }
        }
    }

    private static List<Boolean> ownWords(String column) {
        return switch (column) {
            case "yes" -> List.of(true);
            case "no" -> List.of(false);
            case "both" -> List.of(true, false);
            default -> throw new IllegalArgumentException(column);
        };
    }

    private static Optional<Found> apart(Intent intent, Reply reply) {
        return intent == Intent.ABUSE ? Intents.abuse(reply) : Intents.question(reply);
    }

    @ParameterizedTest
    @CsvSource({
        "'Facture fausse. Rappelez-moi.', Rappelez-moi",
        "'  wrong number! ', wrong number",
        "'J''ai faim, j''ai envie d''en finir', envie d'en finir",
        "'Hello, who is this? I have no idea', who is this",
        "'Automatic reply: back on Monday', Automatic reply",
    })
    void theSpanIsWhatDecidedIt(String text, String words) {
        assertThat(Intents.find(new Reply(text), true).map(Found::span))
                .map(span -> span.of(text))
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "'Fine. how many questions? I have 5 minutes', how many questions?",
        "'¿cuántas preguntas?', cuántas preguntas?",
        "'?', ?",
        "'!? hein', '!? hein'",
    })
    void aQuestionIsItsSentence(String text, String words) {
        assertThat(Intents.question(new Reply(text)).map(Found::span))
                .map(span -> span.of(text))
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "'I am out of office until May, in an emergency call an ambulance', AUTO_REPLY",
        "'I want to die, call me back', EMERGENCY",
        "'who is this? call me back', PERSON",
        "'who are you and where did you get my number', WHO_ARE_YOU",
        "'where did you get my number? delete my data', SOURCE_OF_NUMBER",
        "'delete my data, you have the wrong number', DELETE_DATA",
        "'busy now, and you have the wrong number', WRONG_NUMBER",
    })
    void theFirstOfSeveralCounts(String text, Intent intent) {
        assertThat(Intents.find(new Reply(text), false).map(Found::intent)).contains(intent);
    }

    /** The labels know no difference between who we are and any other question. */
    @Test
    void theLabelledRepliesAreFoundAndNoAnswerIs() throws IOException {
        for (var line : labelled()) {
            var text = line.get("text").asString();
            var label = line.get("expect").asString();
            var reply = new Reply(text);
            var found = Intents.find(reply, false).map(Found::intent);
            switch (label) {
                case "human" -> assertThat(found).as(text).contains(Intent.PERSON);
                case "later" -> assertThat(found).as(text).contains(Intent.LATER);
                case "privacy" -> assertThat(found).as(text).contains(Intent.DELETE_DATA);
                case "wrongnumber" -> assertThat(found).as(text).contains(Intent.WRONG_NUMBER);
                case "question" ->
                        assertThat(found.or(() -> Intents.question(reply).map(Found::intent)))
                                .as(text)
                                .get()
                                .isIn(Intent.WHO_ARE_YOU, Intent.QUESTION);
                default -> {
                    assertThat(found).as(text).isEmpty();
                    assertThat(Intents.abuse(reply)).as(text).isEmpty();
                    assertThat(Intents.question(reply).isPresent() && !mayBeAQuestion(line))
                            .as(text)
                            .isFalse();
                }
            }
        }
    }

    private static boolean mayBeAQuestion(JsonNode line) {
        return line.path("accept").toString().contains("question");
    }

    private static List<JsonNode> labelled() throws IOException {
        var json = JsonMapper.builder().build();
        try (var file = IntentsTest.class.getResourceAsStream("replies.jsonl")) {
            return new String(file.readAllBytes(), UTF_8).lines().map(json::readTree).toList();
        }
    }

    /** Seeded, so that a failure can be had again. */
    @Test
    void whateverIsFoundStandsInTheText() {
        var random = new SplittableRandom(20260307);
        var found = 0;
        for (var i = 0; i < RANDOM_TEXTS; i++) {
            var text = randomText(random);
            for (var span : spans(text)) {
                assertThat(span.end()).as(text).isLessThanOrEqualTo(text.length());
                assertThat(span.of(text)).as(text).isNotEmpty();
                found++;
            }
            Languages.of(new Reply(text));
        }
        assertThat(found).isGreaterThan(RANDOM_TEXTS / 20);
    }

    private static List<Span> spans(String text) {
        var reply = new Reply(text);
        return Stream.of(
                        Intents.find(reply, true).map(Found::span),
                        Intents.find(reply, false).map(Found::span),
                        Intents.question(reply).map(Found::span),
                        Intents.abuse(reply).map(Found::span),
                        Languages.wish(reply).map(Languages.Found::span))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String randomText(SplittableRandom random) {
        var pieces =
                List.of(
                        "call me",
                        "back",
                        "rappelez",
                        "-moi",
                        "who is",
                        "this",
                        "?",
                        "¿",
                        "delete",
                        "my data",
                        "wrong",
                        "number",
                        "later",
                        "plus tard",
                        "svp",
                        "please",
                        "stop",
                        "je",
                        "veux",
                        "mourir",
                        "out of office",
                        "10",
                        ".",
                        ",",
                        "!",
                        "\n",
                        "'",
                        "c'est",
                        "qui",
                        "you",
                        "idiots",
                        "english",
                        "auf Deutsch",
                        "http://a/b?c",
                        "\uD83D",
                        "\uDE00",
                        "\u0000",
                        "\u200B",
                        "e\u0301",
                        "ﷺ",
                        "👍🏽",
                        "8️⃣",
                        "/");
        var text = new StringBuilder();
        IntStream.range(0, random.nextInt(10))
                .forEach(_ ->
                        text.append(pieces.get(random.nextInt(pieces.size())))
                                .append(random.nextBoolean() ? " " : ""));
        if (random.nextInt(4) == 0) {
            text.append((char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    /** Phrases are lists written by hand: a slip in one must not go unseen. */
    @Test
    void everyPhraseHasAWordThatMustBeThere() {
        var slips = new ArrayList<String>();
        for (var intent : Intent.values()) {
            var name = intent.name().toLowerCase(Locale.ROOT).replace('_', '-');
            for (var line : WordList.lines("intents/" + name)) {
                var needs =
                        Stream.of(line.split(" "))
                                .anyMatch(part -> "?^$!-*".indexOf(part.charAt(0)) < 0);
                if (!needs || line.matches(".*(\\|[$*?-]|[$]\\||\\|\\||[A-Z']).*")) {
                    slips.add(name + ": " + line);
                }
            }
        }
        assertThat(slips).isEmpty();
    }
}
