package io.entendu.flows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.QuickReply;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Prompt.Ask;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.Prompt.RequestConsent;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.core.wording.Wording.Worded;
import io.entendu.flows.InvalidSurveyException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
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

class SurveyLibraryTest {

    private static final SurveyId SHOP_VISIT = new SurveyId("shop-visit");
    private static final QuestionId SCORE = new QuestionId("score");
    private static final QuestionId REASON = new QuestionId("reason");

    @TempDir private Path directory;

    @Test
    void aSeedBecomesASurvey() {
        var survey = SurveyLibrary.ofSeeds().current(SHOP_VISIT).orElseThrow();

        assertThat(survey.open()).isTrue();
        assertThat(survey.metric()).isEqualTo(Metric.NPS);
        assertThat(survey.headline()).isEqualTo(SCORE);
        assertThat(survey.questions())
                .containsExactly(new Scale(SCORE, 0, 10), new OpenEnded(REASON, 500));
        assertThat(survey.locales()).containsExactly(Locale.ENGLISH, Locale.FRENCH);
        assertThat(survey.patience()).isEqualTo(Duration.ofDays(3));
        assertThat(survey.taxonomy().version()).isEqualTo(3);
        assertThat(survey.key().revision()).matches("[0-9a-f]{16}");
    }

    @Test
    void theSameFilesGiveTheSameRevision() {
        assertThat(SurveyLibrary.ofSeeds().all()).isEqualTo(SurveyLibrary.ofSeeds().all());
    }

    @Test
    void aFileOfTheDirectoryWinsOverTheSeedOfItsId() throws IOException {
        var seed = SurveyLibrary.ofSeeds().current(SHOP_VISIT).orElseThrow();
        write("mine.yaml", seed("sender: Northwind", "sender: Contoso"));

        var library = SurveyLibrary.ofSeedsAnd(directory);

        var mine = library.current(SHOP_VISIT).orElseThrow();
        assertThat(mine.key()).isNotEqualTo(seed.key());
        assertThat(say(library, mine, new Prompt.Thank(), Channel.SMS)).contains("Contoso");
        assertThat(library.all()).hasSize(1);
    }

    @Test
    void aRevisionThatWasReplacedGoesOnWhereItIsHandedOver() throws IOException {
        var before = SurveyLibrary.ofSeeds();
        var old = before.current(SHOP_VISIT).orElseThrow();
        write("mine.yaml", seed("sender: Northwind", "sender: Contoso"));

        var after =
                SurveyLibrary.ofSeedsAnd(directory)
                        .withEarlier(List.of(before.content(old.key()).orElseThrow()));

        assertThat(after.revision(old.key())).contains(old);
        assertThat(say(after, old, new Prompt.Thank(), Channel.SMS)).contains("Northwind");
        assertThat(after.current(SHOP_VISIT).orElseThrow().key()).isNotEqualTo(old.key());
    }

    /**
     * A later program may ask for texts that the kept content has not; its revision is still the
     * one on record.
     */
    @Test
    void anEarlierRevisionKeepsItsNameAlthoughTextsWereAddedSince() throws Exception {
        var seeds = SurveyLibrary.ofSeeds();
        var now = seeds.current(SHOP_VISIT).orElseThrow();
        var content = seeds.content(now.key()).orElseThrow();
        var less = content.replaceFirst("\"link_spent\":\"[^\"]*\",", "");
        var hash = MessageDigest.getInstance("SHA-256").digest(less.getBytes(UTF_8));
        var key = new SurveyKey(SHOP_VISIT, HexFormat.of().formatHex(hash).substring(0, 16));

        var library = seeds.withEarlier(List.of(less));

        assertThat(less).isNotEqualTo(content);
        assertThat(library.content(key)).contains(less);
        assertThat(library.revision(key)).isPresent();
    }

    @Test
    void whatIsNoRevisionIsReported() {
        assertThatExceptionOfType(InvalidSurveyException.class)
                .isThrownBy(() -> SurveyLibrary.ofSeeds().withEarlier(List.of("{}")));
    }

    @Test
    void anUnknownRevisionHasNoWords() {
        var key = new SurveyKey(SHOP_VISIT, "unknown");
        var library = SurveyLibrary.ofSeeds();

        assertThat(library.revision(key)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        library.word(
                                new Prompt.Thank(),
                                Optional.of(key),
                                Locale.ENGLISH,
                                Channel.SMS,
                                1,
                                Map.of()));
    }

    @Test
    void aPersonWithoutASurveyGetsTheWordsOfTheFirst() {
        var worded =
                SurveyLibrary.ofSeeds()
                        .word(
                                new Prompt.Orient(),
                                Optional.empty(),
                                Locale.FRENCH,
                                Channel.SMS,
                                0,
                                Map.of());

        assertThat(worded.text()).contains("Northwind", "shop-visit");
    }

    @Test
    void factsOfTheInvitationStandInTheTextOnOneLine() {
        var library = SurveyLibrary.ofSeeds();
        var consent = new RequestConsent(Occasion.FIRST);

        assertThat(say(library, consent, Map.of())).contains("About your visit with us");
        assertThat(say(library, consent, Map.of("agent", "Julie")))
                .contains("About your visit with Julie,");
        assertThat(say(library, consent, Map.of("agent", " ")))
                .contains("About your visit with us");
        assertThat(say(library, consent, Map.of("agent", "J\nulie {sender}")))
                .contains("with J ulie {sender},");
        assertThat(say(library, consent, Map.of("sender", "Evil", "questions", "99")))
                .contains("Northwind", "2 questions");
        assertThat(say(library, consent, Map.of("agent", "x".repeat(500)))).hasSizeLessThan(300);
    }

    @ParameterizedTest
    @MethodSource
    void buttons(Prompt prompt, Channel channel, List<List<String>> labels) {
        var rows = word(SurveyLibrary.ofSeeds(), prompt, channel, Map.of()).rows();

        assertThat(rows.stream().map(row -> row.stream().map(QuickReply::label).toList()))
                .isEqualTo(labels);
        assertThat(rows.stream().flatMap(List::stream).map(QuickReply::payload))
                .allSatisfy(payload ->
                        assertThat(payload).hasSizeLessThanOrEqualTo(64).startsWith("7|"));
    }

    static Stream<Arguments> buttons() {
        var yesOrNo = List.of(List.of("Yes", "No"));
        var scale =
                List.of(List.of("0", "1", "2", "3", "4", "5"), List.of("6", "7", "8", "9", "10"));
        var scaleAndSkip = Stream.concat(scale.stream(), Stream.of(List.of("Skip"))).toList();
        var score = new Ask(SCORE, Occasion.FIRST, OptionalInt.empty());
        var again = new Ask(SCORE, Occasion.UNCLEAR_AGAIN, OptionalInt.empty());
        var reason = new Ask(REASON, Occasion.FIRST, OptionalInt.of(9));
        var reasonAgain = new Ask(REASON, Occasion.UNCLEAR_AGAIN, OptionalInt.empty());
        return Stream.of(
                argumentSet(
                        "consent on Telegram",
                        new RequestConsent(Occasion.FIRST),
                        Channel.TELEGRAM,
                        yesOrNo),
                argumentSet(
                        "consent on the web",
                        new RequestConsent(Occasion.UNCLEAR),
                        Channel.WEB,
                        yesOrNo),
                argumentSet(
                        "consent by SMS is typed",
                        new RequestConsent(Occasion.FIRST),
                        Channel.SMS,
                        List.of()),
                argumentSet(
                        "consent on WhatsApp is typed",
                        new RequestConsent(Occasion.FIRST),
                        Channel.WHATSAPP,
                        List.of()),
                argumentSet("eleven points in six and five", score, Channel.TELEGRAM, scale),
                argumentSet("a way out after two tries", again, Channel.TELEGRAM, scaleAndSkip),
                argumentSet("a scale by SMS is typed", score, Channel.SMS, List.of()),
                argumentSet("a reason is typed", reason, Channel.TELEGRAM, List.of()),
                argumentSet(
                        "a way out of the reason",
                        reasonAgain,
                        Channel.TELEGRAM,
                        List.of(List.of("Skip"))));
    }

    @Test
    void aRatingIsSaidBackAndALowOneRegretted() {
        var library = SurveyLibrary.ofSeeds();

        assertThat(say(library, new Ask(REASON, Occasion.FIRST, OptionalInt.of(9)), Map.of()))
                .startsWith("Thanks for the 9. Why?");
        assertThat(say(library, new Ask(REASON, Occasion.FIRST, OptionalInt.of(4)), Map.of()))
                .startsWith("Thanks for the 4. We are sorry it was not better. Why?");
        assertThat(say(library, new Ask(REASON, Occasion.FIRST, OptionalInt.of(5)), Map.of()))
                .doesNotContain("sorry");
        assertThat(say(library, new Ask(REASON, Occasion.FIRST, OptionalInt.empty()), Map.of()))
                .startsWith("Noted. Why?");
    }

    @Test
    void aNumberIsPartOfTheContentAndOnlyWhereThereIsOne() throws IOException {
        var plain = SurveyLibrary.ofSeeds();
        var key = plain.current(SHOP_VISIT).orElseThrow().key();
        write("mine.yaml", seed("open: true", "revision: 3\nopen: true"));

        var library = SurveyLibrary.ofSeedsAnd(directory);
        var numbered = library.current(SHOP_VISIT).orElseThrow().key();

        assertThat(plain.number(key)).isEmpty();
        assertThat(plain.content(key).orElseThrow()).doesNotContain("\"revision\"");
        assertThat(library.number(numbered)).hasValue(3);
        assertThat(numbered).isNotEqualTo(key);
        assertThat(
                        plain.withEarlier(List.of(library.content(numbered).orElseThrow()))
                                .number(numbered))
                .hasValue(3);
    }

    @Test
    void aRevisionBecomesCurrentAndTheOthersStayKnown() {
        var library = SurveyLibrary.ofSeeds();
        var before = library.current(SHOP_VISIT).orElseThrow();
        var draft =
                SurveyDrafts.ofSeeds().read("draft", seed("sender: Northwind", "sender: Contoso"));
        var after = draft.current(SHOP_VISIT).orElseThrow();

        var published = library.with(draft);

        assertThat(published.current(SHOP_VISIT)).contains(after);
        assertThat(published.revision(before.key())).contains(before);
        assertThat(published.withCurrent(List.of(before.key())).current(SHOP_VISIT))
                .contains(before);
        assertThat(published.withoutCurrent(SHOP_VISIT).current(SHOP_VISIT)).isEmpty();
        assertThat(published.withoutCurrent(SHOP_VISIT).revision(after.key())).contains(after);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> library.withCurrent(List.of(after.key())));
    }

    @Test
    void aDraftMayNameTheTaxonomiesOfADirectory() throws IOException {
        Files.createDirectory(directory.resolve("taxonomies"));
        Files.writeString(
                directory.resolve("taxonomies/own.yaml"),
                Resources.text("taxonomies/small.yaml").replace("version: 3", "version: 8"));
        var text = seed("taxonomy: small", "taxonomy: own");

        var draft = SurveyDrafts.ofSeedsAnd(directory).read("draft", text);

        assertThat(draft.current(SHOP_VISIT).orElseThrow().taxonomy().version()).isEqualTo(8);
        assertThatExceptionOfType(InvalidSurveyException.class)
                .isThrownBy(() -> SurveyDrafts.ofSeeds().read("draft", text))
                .withMessageContaining("taxonomies/own.yaml");
    }

    /** One mistake at a time in a file that is otherwise right. */
    @ParameterizedTest
    @MethodSource
    void mistakes(String right, String wrong, String place, String advice) throws IOException {
        write("mine.yaml", seed(right, wrong));

        assertThatExceptionOfType(InvalidSurveyException.class)
                .isThrownBy(() -> SurveyLibrary.ofSeedsAnd(directory))
                .satisfies(thrown ->
                        assertThat(thrown.problems())
                                .anySatisfy(problem -> {
                                    assertThat(problem.file())
                                            .isEqualTo(directory.resolve("mine.yaml").toString());
                                    assertThat(problem.place()).isEqualTo(place);
                                    assertThat(problem.advice()).contains(advice);
                                }));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                argumentSet("no id", "id: shop-visit\n", "", "id", "is missing"),
                argumentSet(
                        "no survey id", "id: shop-visit\n", "id: Shop Visit\n", "id", "a-z, 0-9"),
                argumentSet(
                        "a slip in a key",
                        "open: true",
                        "opne: true",
                        "opne",
                        "did you mean \"open\""),
                argumentSet(
                        "open is a flag", "open: true", "open: perhaps", "open", "true or false"),
                argumentSet(
                        "unknown metric",
                        "metric: nps",
                        "metric: npss",
                        "metric",
                        "nps, csat, ces, ces1, enps"),
                argumentSet(
                        "metric of another scale",
                        "metric: nps",
                        "metric: csat",
                        "questions",
                        "from 1 to 5"),
                argumentSet(
                        "no language",
                        "locales: [en, fr]",
                        "locales: []",
                        "locales",
                        "list the languages"),
                argumentSet(
                        "no words in a language",
                        "locales: [en, fr]",
                        "locales: [en, fr, es]",
                        "purpose.es",
                        "is missing"),
                argumentSet(
                        "no shared words in a language",
                        "locales: [en, fr]",
                        "locales: [en, fr, sv]",
                        "texts.sv",
                        "consent_first"),
                argumentSet(
                        "no such taxonomy",
                        "taxonomy: small",
                        "taxonomy: large",
                        "taxonomy",
                        "taxonomies/large.yaml"),
                argumentSet(
                        "a taxonomy elsewhere",
                        "taxonomy: small",
                        "taxonomy: ../small",
                        "taxonomy",
                        "a-z, 0-9"),
                argumentSet(
                        "a scale upside down",
                        "{low: 0, high: 10}",
                        "{low: 10, high: 0}",
                        "questions[0].scale.high",
                        "greater than low"),
                argumentSet(
                        "a scale without an end",
                        "{low: 0, high: 10}",
                        "{low: 0}",
                        "questions[0].scale.high",
                        "is missing"),
                argumentSet(
                        "an end without words",
                        "{low: not at all, high: definitely}",
                        "{low: not at all}",
                        "questions[0].anchors.en",
                        "both ends"),
                argumentSet(
                        "ends without words in a language",
                        "      fr: {low: pas du tout, high: tout à fait}\n",
                        "",
                        "questions[0].anchors.fr",
                        "is missing; say what both ends mean"),
                argumentSet(
                        "points named in one language alone",
                        "    anchors:",
                        "    labels: {en: [a, b, c, d, e, f, g, h, i, j, k]}\n    anchors:",
                        "questions[0].labels.fr",
                        "write 11 labels"),
                argumentSet(
                        "another question in one language alone",
                        "open_ended: {max_length: 500}",
                        "open_ended: {max_length: 500}\n    ask_without_rating: {en: What?}",
                        "questions[1].ask_without_rating.fr",
                        "is missing"),
                argumentSet(
                        "a question called consent",
                        "- id: reason",
                        "- id: consent",
                        "questions[1].id",
                        "choose another"),
                argumentSet(
                        "two questions of one name",
                        "- id: reason",
                        "- id: score",
                        "questions",
                        "two questions are called"),
                argumentSet(
                        "neither scale nor open",
                        "open_ended: {max_length: 500}",
                        "ends: 3",
                        "questions[1].scale",
                        "open_ended"),
                argumentSet(
                        "a question without words",
                        "      en: Why?\n",
                        "",
                        "questions[1].ask.en",
                        "is missing"),
                argumentSet(
                        "a fact that may be unknown",
                        "{agent|us}",
                        "{agent}",
                        "purpose.en",
                        "{agent|"),
                argumentSet(
                        "a brace too many",
                        "{agent|us}",
                        "{agent|us",
                        "purpose.en",
                        "without its '}'"),
                argumentSet(
                        "an unknown text",
                        "thank: Thank",
                        "thanks: Thank",
                        "texts.en.thanks",
                        "did you mean \"thank\""),
                argumentSet(
                        "a text without what it must say",
                        "thank: Thank you from all of us at {sender}.",
                        "lead_rating: Thanks.",
                        "texts.en.lead_rating",
                        "{rating}"),
                argumentSet(
                        "no word of STOP",
                        "thank: Thank you from all of us at {sender}.",
                        "answer_by_word: Yes or no?",
                        "texts.en.answer_by_word",
                        "STOP"),
                argumentSet(
                        "a duration without a unit",
                        "touchpoint: shop",
                        "touchpoint: shop\npatience: 90",
                        "patience",
                        "3d, 48h or 90m"),
                argumentSet(
                        "a revision that counts from nought",
                        "open: true",
                        "open: true\nrevision: 0",
                        "revision",
                        "from 1"),
                argumentSet(
                        "a revision in words",
                        "open: true",
                        "open: true\nrevision: third",
                        "revision",
                        "a whole number"),
                argumentSet(
                        "a key twice",
                        "open: true",
                        "open: true\nopen: false",
                        "open",
                        "stands twice"));
    }

    @Test
    void everyMistakeOfEveryFileIsReportedAtOnce() throws IOException {
        write("one.yaml", seed("metric: nps", "metric: x").replace("sender: Northwind", "sender:"));
        write("two.yaml", "just words");
        write("three.yaml", seed("id: shop-visit", "id: shop-visit"));
        write("three-again.yml", seed("id: shop-visit", "id: shop-visit"));

        assertThatExceptionOfType(InvalidSurveyException.class)
                .isThrownBy(() -> SurveyLibrary.ofSeedsAnd(directory))
                .satisfies(thrown ->
                        assertThat(thrown.problems())
                                .extracting(
                                        p -> Path.of(p.file()).getFileName().toString(),
                                        Problem::place)
                                .containsExactlyInAnyOrder(
                                        tuple("one.yaml", "metric"),
                                        tuple("one.yaml", "sender"),
                                        tuple("three.yaml", "id"),
                                        tuple("two.yaml", "")));
    }

    @Test
    void aDirectoryThatIsNoneIsReported() {
        assertThatExceptionOfType(InvalidSurveyException.class)
                .isThrownBy(() -> SurveyLibrary.ofSeedsAnd(directory.resolve("missing")));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private static String seed(String right, String wrong) {
        var text = Resources.text("surveys/shop-visit.yaml");
        assertThat(text).contains(right);
        return text.replace(right, wrong);
    }

    private static String say(SurveyLibrary library, Prompt prompt, Map<String, String> facts) {
        return word(library, prompt, Channel.SMS, facts).text();
    }

    private static String say(
            SurveyLibrary library, Survey survey, Prompt prompt, Channel channel) {
        return library.word(prompt, Optional.of(survey.key()), Locale.ENGLISH, channel, 7, Map.of())
                .text();
    }

    private static Worded word(
            SurveyLibrary library, Prompt prompt, Channel channel, Map<String, String> facts) {
        var key = library.current(SHOP_VISIT).orElseThrow().key();
        return library.word(prompt, Optional.of(key), Locale.ENGLISH, channel, 7, facts);
    }
}
