package io.entendu.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Prompt.Ask;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.Conduct;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.Amount;
import io.entendu.core.survey.Question.Choice;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.Question.YesNo;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.core.wording.Wording.Worded;
import io.entendu.flows.reading.RuleReplyReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds of questions in a file: what is read, what is a mistake, what a revision keeps. */
class QuestionKindsTest {

    private static final SurveyId ALL_KINDS = new SurveyId("all-kinds");
    private static final List<Locale> LOCALES = List.of(Locale.FRENCH, Locale.ENGLISH);

    @TempDir private Path directory;

    @Test
    void everyKindIsRead() throws IOException {
        assertThat(allKinds(library(text())).questions())
                .containsExactly(
                        new Scale(id("score"), 0, 10),
                        new OpenEnded(id("reason"), 500),
                        new Scale(id("mood"), 1, 3),
                        new Scale(id("welcome"), 1, 5),
                        new YesNo(id("solved")),
                        new Choice(
                                id("contact"),
                                options("phone", "email", "adviser", "fast", "free"),
                                false),
                        new Choice(id("better"), options("price", "range", "opening"), true),
                        new Amount(id("share"), BigDecimal.ZERO, BigDecimal.valueOf(100), 0),
                        new Amount(
                                id("distance"), new BigDecimal("0.5"), BigDecimal.valueOf(250), 1));
    }

    @ParameterizedTest
    @MethodSource
    void conduct(String collect, String lastResort, Conduct conduct) throws IOException {
        var text =
                text().replace("collect: 30s\n", collect)
                        .replace("last_resort: model\n", lastResort);

        assertThat(allKinds(library(text)).conduct()).isEqualTo(conduct);
    }

    static Stream<Arguments> conduct() {
        var patience = Duration.ofDays(3);
        var tenSeconds = Duration.ofSeconds(10);
        return Stream.of(
                argumentSet("ten seconds and rules only", "", "", of(patience, tenSeconds, false)),
                argumentSet(
                        "every message alone, not written as a flag",
                        "collect: off\n",
                        "last_resort: none\n",
                        of(patience, Duration.ZERO, false)),
                argumentSet(
                        "as long as can be",
                        "collect: 2m\n",
                        "last_resort: model\n",
                        of(patience, Duration.ofMinutes(2), true)));
    }

    private static Conduct of(Duration patience, Duration collect, boolean lastResort) {
        return new Conduct(patience, collect, lastResort, Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @MethodSource
    void mistakes(String right, String wrong, String place, String advice) throws IOException {
        assertThat(text()).contains(right);
        Files.writeString(directory.resolve(AllKinds.FILE), text().replace(right, wrong));

        assertThatExceptionOfType(InvalidSurveyException.class)
                .isThrownBy(() -> SurveyLibrary.ofSeedsAnd(directory))
                .satisfies(thrown ->
                        assertThat(thrown.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.place()).isEqualTo(place);
                                    assertThat(problem.advice()).contains(advice);
                                }));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(kinds(), options(), points(), amounts(), conducts())
                .flatMap(mistakes -> mistakes);
    }

    private static Stream<Arguments> kinds() {
        return Stream.of(
                argumentSet(
                        "two kinds at once",
                        "    yes_no: true",
                        "    yes_no: true\n    open_ended: {max_length: 9}",
                        "questions[4].open_ended",
                        "write one of \"scale"),
                argumentSet(
                        "a yes-or-no question that is none",
                        "yes_no: true",
                        "yes_no: false",
                        "questions[4].yes_no",
                        "write \"yes_no: true\""),
                argumentSet(
                        "names of answers where there are none",
                        "    yes_no: true",
                        "    yes_no: true\n    labels: satisfaction5",
                        "questions[4].labels",
                        "not known here"),
                argumentSet(
                        "words beyond what is kept",
                        "{max_length: 500}",
                        "{max_length: 5000}",
                        "questions[1].open_ended.max_length",
                        "from 1 to 2000"));
    }

    private static Stream<Arguments> options() {
        return Stream.of(
                argumentSet(
                        "one option",
                        "options: [price, range, opening]",
                        "options: [price]",
                        "questions[6].choice.options",
                        "list 2 to 10 options"),
                argumentSet(
                        "an option twice",
                        "options: [price, range, opening]",
                        "options: [price, range, opening, price]",
                        "questions[6].choice.options",
                        "each once"),
                argumentSet(
                        "too many options",
                        "options: [price, range, opening]",
                        "options: [a, b, c, d, e, f, g, h, i, j, k]",
                        "questions[6].choice.options",
                        "list 2 to 10 options"),
                argumentSet(
                        "an option of other letters",
                        "options: [price, range, opening]",
                        "options: [price, range, opening, Öffnung]",
                        "questions[6].choice.options",
                        "a-z, 0-9"),
                argumentSet(
                        "several is a flag",
                        "several: true",
                        "several: 2",
                        "questions[6].choice.several",
                        "true or false"),
                argumentSet(
                        "an option without a name in one language",
                        "        free: Free delivery\n",
                        "",
                        "questions[5].labels.en.free",
                        "is missing; say what the option is called"),
                argumentSet(
                        "a name of no option",
                        "        free: Free delivery\n",
                        "        free: Free delivery\n        fre: Free\n",
                        "questions[5].labels.en.fre",
                        "did you mean \"free\""),
                argumentSet(
                        "options without names in one language",
                        "      en: {price: Prices, range: Selection, opening: Opening hours}\n",
                        "",
                        "questions[6].labels.en",
                        "is missing"),
                argumentSet(
                        "two options of one name",
                        "range: Selection",
                        "range: PRICES",
                        "questions[6].labels.en.range",
                        "rename one of them"),
                argumentSet(
                        "a name that is not the same for all",
                        "range: Selection",
                        "range: '{agent|Selection}'",
                        "questions[6].labels.en.range",
                        "without places to fill in"),
                argumentSet(
                        "a name that fits no button",
                        "range: Selection",
                        "range: " + "Wide selection ".repeat(5),
                        "questions[6].labels.en.range",
                        "at most 60 characters"));
    }

    private static Stream<Arguments> points() {
        return Stream.of(
                argumentSet(
                        "unknown standard labels",
                        "labels: satisfaction5",
                        "labels: satisfaction6",
                        "questions[3].labels",
                        "write agreement7, ease7, satisfaction5, or a list for each language"),
                argumentSet(
                        "standard labels on another scale",
                        "labels: satisfaction5",
                        "labels: ease7",
                        "questions[3].labels",
                        "ease7 has 7 points from 1, and the scale goes from 1 to 5; change one"),
                argumentSet(
                        "one label too few",
                        "[worse, the same, better]",
                        "[worse, better]",
                        "questions[2].labels.en",
                        "write 3 labels, from the lowest to the highest"),
                argumentSet(
                        "no labels in one language",
                        "      en: [worse, the same, better]\n",
                        "",
                        "questions[2].labels.en",
                        "write 3 labels"),
                argumentSet(
                        "a label twice",
                        "[worse, the same, better]",
                        "[worse, better, Better]",
                        "questions[2].labels.en",
                        "each label once"),
                argumentSet(
                        "labels in a language that is not spoken",
                        "      en: [worse, the same, better]\n",
                        "      en: [worse, the same, better]\n      es: [peor, igual, mejor]\n",
                        "questions[2].labels.es",
                        "is not known"),
                argumentSet(
                        "labels without their language",
                        "labels: satisfaction5",
                        "labels: [a, b, c, d, e]",
                        "questions[3].labels",
                        "write a list for each language"));
    }

    private static Stream<Arguments> amounts() {
        return Stream.of(
                argumentSet(
                        "decimals beyond what is read",
                        "decimals: 1",
                        "decimals: 5",
                        "questions[8].amount.decimals",
                        "from 0 to 4"),
                argumentSet(
                        "decimals that are none",
                        "decimals: 1",
                        "decimals: 1.5",
                        "questions[8].amount.decimals",
                        "a whole number"),
                argumentSet(
                        "a limit in words",
                        "{high: 100}",
                        "{high: hundred}",
                        "questions[7].amount.high",
                        "\"hundred\" is no number; write 100 or 0.5"),
                argumentSet(
                        "no upper limit",
                        "{high: 100}",
                        "{low: 0}",
                        "questions[7].amount.high",
                        "is missing; write the highest answer"),
                argumentSet(
                        "limits upside down",
                        "{high: 100}",
                        "{low: 100, high: 0}",
                        "questions[7].amount.high",
                        "greater than low, which is 100"),
                argumentSet(
                        "a limit nobody can read",
                        "{high: 100}",
                        "{high: 1e20}",
                        "questions[7].amount.high",
                        "from -1000000000 to 1000000000"),
                argumentSet(
                        "a limit finer than any answer",
                        "low: 0.5",
                        "low: 0.00001",
                        "questions[8].amount.low",
                        "at most 4 decimals"),
                argumentSet(
                        "a unit in one language only",
                        "{fr: \" km\", en: \" km\"}",
                        "{fr: \" km\"}",
                        "questions[8].unit.en",
                        "write what stands behind the number"));
    }

    private static Stream<Arguments> conducts() {
        return Stream.of(
                argumentSet(
                        "collecting for too long",
                        "collect: 30s",
                        "collect: 3m",
                        "collect",
                        "\"3m\" is no duration up to 2m; write 10s, or off"),
                argumentSet(
                        "collecting without a unit",
                        "collect: 30s",
                        "collect: 30",
                        "collect",
                        "write 10s, or off"),
                argumentSet(
                        "an unknown last resort",
                        "last_resort: model",
                        "last_resort: true",
                        "last_resort",
                        "\"true\" is not known; write model or none"));
    }

    /** A revision that was kept is the same survey again, in its words and in how it is read. */
    @Test
    void aRevisionIsReadAgainIntoItself() throws IOException {
        var now = library(text());
        var survey = allKinds(now);

        var later = earlier(now.content(survey.key()).orElseThrow());

        assertThat(later.revision(survey.key())).contains(survey);
        for (var question : survey.questions()) {
            for (var locale : LOCALES) {
                assertThat(ask(later, survey, question, locale))
                        .isEqualTo(ask(now, survey, question, locale));
            }
        }
        assertThat(readings(later, survey))
                .isEqualTo(readings(now, survey))
                .contains(
                        new Reading.Rated(3, Optional.empty()),
                        new Reading.Chosen(options("adviser")),
                        new Reading.Amounted(new BigDecimal("12.5"), Optional.empty()));
    }

    /** An amount may be written in many ways; they are one survey. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{low: 0.50, high: 2.5e2, decimals: 1}",
                "{low: .5, high: 250.0, decimals: 1}"
            })
    void limitsAreTheSameHoweverTheyAreWritten(String amount) throws IOException {
        var plain = allKinds(library(text()));

        var other = library(text().replace("{low: 0.5, high: 250, decimals: 1}", amount));

        assertThat(allKinds(other)).isEqualTo(plain);
        assertThat(earlier(other.content(plain.key()).orElseThrow()).revision(plain.key()))
                .contains(plain);
    }

    /** As the first release kept it: nothing of how a conversation is held, and fewer texts. */
    @Test
    void aRevisionOfTheFirstReleaseIsRead() {
        var content = Resources.text("revisions/shop-visit-of-the-first-release.json").strip();
        var key = new SurveyKey(new SurveyId("shop-visit"), "e0d9a41a5f001ea4");

        var library = earlier(content);

        var survey = library.revision(key).orElseThrow();
        var score = survey.questions().getFirst();
        assertThat(survey.conduct())
                .isEqualTo(
                        new Conduct(
                                Duration.ofDays(3),
                                Duration.ofSeconds(10),
                                false,
                                Optional.empty(),
                                Optional.empty()));
        assertThat(survey.questions())
                .containsExactly(new Scale(id("score"), 0, 10), new OpenEnded(id("reason"), 500));
        assertThat(library.content(key)).contains(content);
        assertThat(ask(library, survey, score, Locale.ENGLISH).text())
                .contains("would you recommend Northwind to a friend?");
        assertThat(word(library, survey, new Prompt.RegretWrongNumber(), Locale.ENGLISH).text())
                .isNotBlank();
    }

    /** Nobody can write the texts that were added since into a revision that was kept. */
    @Test
    void aRevisionInALanguageOfItsOwnGoesOn() {
        var swedish =
                Resources.text("revisions/shop-visit-of-the-first-release.json")
                        .strip()
                        .replace("\"fr\"", "\"sv\"");

        var library = earlier(swedish);

        var key = new SurveyKey(new SurveyId("shop-visit"), "d8de09d21488a8f5");
        var survey = library.revision(key).orElseThrow();
        var sv = Locale.of("sv");
        assertThat(ask(library, survey, survey.questions().getFirst(), sv).text())
                .contains("recommanderiez-vous");
        assertThat(word(library, survey, new Prompt.RegretWrongNumber(), sv))
                .isEqualTo(word(library, survey, new Prompt.RegretWrongNumber(), Locale.ENGLISH));
    }

    private static List<Reading> readings(SurveyLibrary library, Survey survey) {
        var reader = new RuleReplyReader(library, library);
        return Stream.of("mieux", "better", "un conseiler", "12,5 km", "3", "très satisfait", "b")
                .flatMap(text ->
                        survey.questions().stream()
                                .map(q ->
                                        reader.read(
                                                        new Expectation.Answer(
                                                                survey, 1, q, Locale.FRENCH),
                                                        new Content.Text(text))
                                                .reading()))
                .toList();
    }

    private static Worded ask(
            SurveyLibrary library, Survey survey, Question question, Locale locale) {
        var first = new Ask(question.id(), Occasion.FIRST, OptionalInt.empty());
        return word(library, survey, first, locale);
    }

    private static Worded word(SurveyLibrary library, Survey survey, Prompt prompt, Locale locale) {
        return library.word(
                prompt, Optional.of(survey.key()), locale, Channel.TELEGRAM, 1, Map.of());
    }

    private SurveyLibrary library(String text) throws IOException {
        Files.writeString(directory.resolve(AllKinds.FILE), text);
        return SurveyLibrary.ofSeedsAnd(directory);
    }

    private static SurveyLibrary earlier(String content) {
        return SurveyLibrary.ofSeeds().withEarlier(List.of(content));
    }

    private static Survey allKinds(SurveyLibrary library) {
        return library.current(ALL_KINDS).orElseThrow();
    }

    private static String text() {
        return AllKinds.text();
    }

    private static QuestionId id(String value) {
        return new QuestionId(value);
    }

    private static List<OptionId> options(String... values) {
        return Stream.of(values).map(OptionId::new).toList();
    }
}
