package io.entendu.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Prompt.Ask;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.survey.Brief;
import io.entendu.core.survey.Condition;
import io.entendu.core.survey.Condition.Range;
import io.entendu.core.survey.ContactRules;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Probing;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Reach;
import io.entendu.core.survey.Route.Branch;
import io.entendu.core.survey.Route.Wait;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a survey file may say beside its questions. */
class SurveyFormatTest {

    private static final SurveyId MINE = new SurveyId("mine");
    private static final QuestionId SCORE = new QuestionId("score");
    private static final QuestionId SOLVED = new QuestionId("solved");
    private static final QuestionId TOPIC = new QuestionId("topic");
    private static final QuestionId REASON = new QuestionId("reason");
    private static final QuestionId LAST = new QuestionId("last");

    /** As short as a survey can be with a taxonomy that is not the usual one. */
    private static final String SHORTEST =
            """
            id: mine
            metric: nps
            sender: Acme
            locales: [en, fr-CA]
            taxonomy: small
            """;

    private static final String QUESTIONS =
            """
            questions:
              - standard: score
              - id: solved
                yes_no: true
                ask: {en: Solved?, fr-CA: Réglé ?}
              - id: topic
                choice: {options: [price, delivery]}
                labels:
                  en: {price: Price, delivery: Delivery}
                  fr-CA: {price: Prix, delivery: Livraison}
                ask: {en: What about?, fr-CA: À quel sujet ?}
              - standard: reason
              - id: last
                open_ended: true
                ask: {en: And now?, fr-CA: Et maintenant ?}
            """;

    @TempDir private Path directory;

    // The shortest survey

    @Test
    void theShortestSurveyIsWhole() {
        var survey = read(SHORTEST);

        assertThat(survey.touchpoint()).isEqualTo("mine");
        assertThat(survey.questions())
                .containsExactly(
                        new Question.Scale(SCORE, 0, 10), new Question.OpenEnded(REASON, 2000));
        assertThat(survey.locales()).containsExactly(Locale.ENGLISH, Locale.CANADA_FRENCH);
        assertThat(survey.patience()).isEqualTo(Duration.ofDays(3));
        assertThat(survey.conduct().reminder()).isEmpty();
        assertThat(survey.conduct().probing()).isEmpty();
        assertThat(survey.reach()).isEqualTo(Reach.PLAIN);
        assertThat(survey.brief()).isEqualTo(Brief.UNSAID);
        assertThat(say(survey, ask(SCORE), Locale.CANADA_FRENCH, Channel.SMS))
                .contains("recommandiez Acme");
    }

    @ParameterizedTest
    @EnumSource
    void everyMetricHasItsStandardQuestionsInEveryLanguage(Metric metric) {
        var file =
                SHORTEST.replace("nps", metric.name().toLowerCase(Locale.ROOT))
                        .replace("[en, fr-CA]", SharedWording.LANGUAGES.toString());

        var survey = read(file);

        for (var locale : survey.locales()) {
            assertThat(say(survey, ask(SCORE), locale, Channel.SMS)).isNotBlank();
            assertThat(say(survey, ask(REASON), locale, Channel.SMS)).isNotBlank();
        }
    }

    @Test
    void aStandardQuestionMayBeSaidOtherwiseInOneLanguage() {
        var survey =
                read(
                        SHORTEST
                                + """
                                questions:
                                  - {standard: score, ask: {en: would you tell a friend?}}
                                """);

        assertThat(say(survey, ask(SCORE), Locale.ENGLISH, Channel.SMS))
                .contains("would you tell a friend?");
        assertThat(say(survey, ask(SCORE), Locale.CANADA_FRENCH, Channel.SMS))
                .contains("recommandiez Acme");
    }

    // What may be said

    @ParameterizedTest
    @MethodSource
    void aQuestionMayDependOnWhatCameBefore(String with, Branch expected) {
        var survey = read(SHORTEST + QUESTIONS + with.indent(4));

        assertThat(survey.route().of(LAST)).isEqualTo(expected);
    }

    static Stream<Arguments> aQuestionMayDependOnWhatCameBefore() {
        return Stream.of(
                argumentSet("a range", "when: {score: 0..6}", when(within(SCORE, 0, 6))),
                argumentSet("a number", "when: {score: 3}", when(within(SCORE, 3, 3))),
                argumentSet("a band", "when: {score: passives}", when(within(SCORE, 7, 8))),
                argumentSet(
                        "several",
                        "when: {score: [0, promoters]}",
                        when(new Condition.Within(SCORE, List.of(range(0, 0), range(9, 10))))),
                argumentSet("yes", "when: {solved: yes}", when(new Condition.Said(SOLVED, true))),
                argumentSet(
                        "no, as YAML may read it",
                        "when: {solved: false}",
                        when(new Condition.Said(SOLVED, false))),
                argumentSet(
                        "an option",
                        "when: {topic: price}",
                        when(new Condition.Chose(TOPIC, Set.of(new OptionId("price"))))),
                argumentSet(
                        "answered",
                        "when: {reason: answered}",
                        when(new Condition.Answered(REASON))),
                argumentSet(
                        "unanswered",
                        "when: {reason: unanswered}",
                        when(new Condition.Not(new Condition.Answered(REASON)))),
                argumentSet(
                        "a fact",
                        "when: {attribute.plan: [gold, silver]}",
                        when(new Condition.Fact("plan", Set.of("gold", "silver")))),
                argumentSet(
                        "a known fact",
                        "when: {attribute.agent: known}",
                        when(new Condition.Known("agent"))),
                argumentSet(
                        "not of those who are known",
                        "unless_known: plan",
                        when(new Condition.Not(new Condition.Known("plan")))),
                argumentSet(
                        "all of them",
                        "when: {solved: no, topic: price}",
                        when(
                                new Condition.All(
                                        List.of(
                                                new Condition.Said(SOLVED, false),
                                                new Condition.Chose(
                                                        TOPIC, Set.of(new OptionId("price"))))))),
                argumentSet(
                        "one of them, or not another",
                        "when: {any: [{solved: no}, {not: {score: promoters}}]}",
                        when(
                                new Condition.Any(
                                        List.of(
                                                new Condition.Said(SOLVED, false),
                                                new Condition.Not(within(SCORE, 9, 10)))))),
                argumentSet(
                        "a label",
                        "when: {reason.theme: wait_time}\nwait: {at_most: 8s, otherwise: ask}",
                        new Branch(
                                new Condition.Mentions(REASON, Set.of(new ThemeId("wait_time"))),
                                false,
                                Optional.of(new Wait(Duration.ofSeconds(8), true)))),
                argumentSet(
                        "how it sounds",
                        "when: {reason.sentiment: [negative, mixed]}\nwait: {at_most: 8s, otherwise: pass}",
                        new Branch(
                                new Condition.Sounds(
                                        REASON, Set.of(Sentiment.NEGATIVE, Sentiment.MIXED)),
                                false,
                                Optional.of(new Wait(Duration.ofSeconds(8), false)))),
                argumentSet(
                        "optional",
                        "optional: true",
                        new Branch(new Condition.Always(), true, Optional.empty())));
    }

    @Test
    void bandsOfItsOwnHaveNames() {
        var survey =
                read(
                        SHORTEST
                                + QUESTIONS.replace(
                                        "- standard: score",
                                        "- {standard: score, bands: {awful: 0..2}}")
                                + "    when: {score: awful}\n");

        assertThat(survey.route().of(LAST)).isEqualTo(when(within(SCORE, 0, 2)));
    }

    @Test
    void howItIsHeldAndWhyMayBeSaid() {
        var survey =
                read(
                        SHORTEST
                                + """
                                open: true
                                keywords: [Avis, feedback]
                                owner: Care team
                                objective: Find out why people call twice.
                                stage: support
                                target: {score: 40.5, responses: 300}
                                retention: {texts: 6m, responses: 3y}
                                patience: {reminder: 1d, expiry: 4d}
                                probing: {at_most: 2, kinds: [clarifying], avoid: [health]}
                                contact: {min_days_between: 60, max_a_year: 0, sample: 20%, per: month}
                                whatsapp:
                                  templates: {en: HX0123456789abcdef0123456789abcdef}
                                """);

        assertThat(survey.brief())
                .isEqualTo(
                        new Brief(
                                Optional.of("Care team"),
                                Optional.of("Find out why people call twice."),
                                Optional.of("support"),
                                Optional.of(
                                        new Brief.Target(
                                                Optional.of(new BigDecimal("40.5")),
                                                Optional.of(300))),
                                Optional.of(
                                        new Brief.Retention(
                                                Optional.of(Period.ofMonths(6)),
                                                Optional.of(Period.ofYears(3))))));
        assertThat(survey.patience()).isEqualTo(Duration.ofDays(4));
        assertThat(survey.conduct().reminder()).contains(Duration.ofDays(1));
        assertThat(survey.conduct().probing())
                .contains(new Probing(2, Set.of(Probing.Kind.CLARIFYING), List.of("health")));
        assertThat(survey.reach())
                .isEqualTo(
                        new Reach(
                                List.of("avis", "feedback"),
                                Map.of(Locale.ENGLISH, "HX0123456789abcdef0123456789abcdef"),
                                new ContactRules(
                                        Optional.of(Duration.ofDays(60)),
                                        Optional.of(0),
                                        Optional.of(
                                                new ContactRules.Sample(
                                                        20, ContactRules.Period.MONTH)))));
        assertThat(library().begunBy("AVIS").map(Survey::id)).contains(MINE);
        assertThat(library().begunBy("other")).isEmpty();
    }

    @Test
    void aChannelMayHaveWordsOfItsOwn() {
        var survey =
                read(
                        (SHORTEST + QUESTIONS)
                                .replace(
                                        "en: Solved?",
                                        "en: {text: Is it solved now?, sms: Solved?}"));

        assertThat(say(survey, ask(SOLVED), Locale.ENGLISH, Channel.SMS))
                .contains("Solved?")
                .doesNotContain("now");
        assertThat(say(survey, ask(SOLVED), Locale.ENGLISH, Channel.WEB))
                .contains("Is it solved now?");
    }

    @Test
    void whatIsKeptOfARevisionIsTheWholeOfIt() {
        var survey =
                read(
                        SHORTEST
                                + """
                                open: true
                                keywords: [avis]
                                target: {responses: 300}
                                patience: {reminder: 90s, expiry: 4d}
                                contact: {sample: 20%}
                                texts:
                                  en: {help: {text: "Long {sender} STOP", sms: "{sender} STOP"}}
                                """
                                        .replace("90s", "90m")
                                + QUESTIONS
                                + "    when: {any: [{score: detractors}, {attribute.plan: gold}]}\n"
                                + "    optional: true\n");
        var content = library().content(survey.key()).orElseThrow();

        var again = SurveyLibrary.ofSeeds().withEarlier(List.of(content));

        assertThat(again.revision(survey.key())).contains(survey);
        assertThat(
                        again.word(
                                        new Prompt.Help(),
                                        Optional.of(survey.key()),
                                        Locale.ENGLISH,
                                        Channel.SMS,
                                        1,
                                        Map.of())
                                .text())
                .isEqualTo("Acme STOP");
    }

    // Mistakes

    /** One line or question more in a file that is otherwise right. */
    @ParameterizedTest
    @MethodSource
    void mistakes(String more, String place, String advice) {
        write(SHORTEST + QUESTIONS + more);

        assertThatExceptionOfType(InvalidSurveyException.class)
                .isThrownBy(this::library)
                .satisfies(thrown ->
                        assertThat(thrown.problems())
                                .anySatisfy(problem -> {
                                    assertThat(problem.place()).isEqualTo(place);
                                    assertThat(problem.advice()).contains(advice);
                                }));
    }

    static Stream<Arguments> mistakes() {
        var last = "questions[4].";
        return Stream.of(
                argumentSet(
                        "a question that comes later or never",
                        "    when: {later: yes}\n",
                        last + "when.later",
                        "no question before this one is called \"later\"; write score, solved, topic, reason,"),
                argumentSet(
                        "itself",
                        "    when: {last: answered}\n",
                        last + "when.last",
                        "no question before"),
                argumentSet("nothing", "    when: {}\n", last + "when", "says nothing"),
                argumentSet(
                        "outside of the scale",
                        "    when: {score: 7..11}\n",
                        last + "when.score",
                        "the scale, which goes from 0 to 10"),
                argumentSet(
                        "no band",
                        "    when: {score: angry}\n",
                        last + "when.score",
                        "write detractors, passives, promoters, 0..6"),
                argumentSet(
                        "the wrong way round",
                        "    when: {score: 6..0}\n",
                        last + "when.score",
                        "not a range"),
                argumentSet(
                        "no option",
                        "    when: {topic: prize}\n",
                        last + "when.topic",
                        "write price, delivery"),
                argumentSet(
                        "neither yes nor no",
                        "    when: {solved: 3}\n",
                        last + "when.solved",
                        "write yes, no"),
                argumentSet(
                        "words compared",
                        "    when: {reason: slow}\n",
                        last + "when.reason",
                        "\"reason.sentiment\""),
                argumentSet(
                        "a label of a number",
                        "    when: {score.sentiment: negative}\n",
                        last + "when.score.sentiment",
                        "only answers in own words"),
                argumentSet(
                        "no theme",
                        "    when: {reason.theme: hold}\n    wait: {at_most: 5s, otherwise: ask}\n",
                        last + "when.reason.theme",
                        "write wait_time"),
                argumentSet(
                        "no sentiment",
                        "    when: {reason.sentiment: sad}\n    wait: {at_most: 5s, otherwise: ask}\n",
                        last + "when.reason.sentiment",
                        "write negative, neutral, positive, mixed"),
                argumentSet(
                        "a label nobody waits for",
                        "    when: {reason.theme: wait_time}\n",
                        last + "wait",
                        "is missing; say how long the label is waited for"),
                argumentSet(
                        "a wait too long",
                        "    when: {reason.theme: wait_time}\n    wait: {at_most: 5m, otherwise: ask}\n",
                        last + "wait.at_most",
                        "up to 60s"),
                argumentSet(
                        "a wait for nothing",
                        "    wait: {at_most: 5s, otherwise: ask}\n",
                        last + "wait",
                        "nothing to wait for"),
                argumentSet(
                        "no default path",
                        "    when: {reason.theme: wait_time}\n    wait: {at_most: 5s, otherwise: skip}\n",
                        last + "wait.otherwise",
                        "write ask or pass"),
                argumentSet(
                        "an attribute nobody can send",
                        "    when: {attribute.Plan: gold}\n",
                        last + "when.attribute.Plan",
                        "is no attribute"),
                argumentSet(
                        "optional perhaps",
                        "    optional: maybe\n",
                        last + "optional",
                        "true or false"),
                argumentSet(
                        "bands that overlap",
                        """
                          - id: more
                            scale: {low: 1, high: 5}
                            bands: {low: 1..3, high: 3..5}
                            anchors: {en: {low: bad, high: good}, fr-CA: {low: mal, high: bien}}
                            ask: {en: how?, fr-CA: comment ?}
                        """,
                        "questions[5].bands.high",
                        "overlaps with \"low\""),
                argumentSet(
                        "no standard question",
                        "  - standard: smile\n",
                        "questions[5].standard",
                        "score or reason"),
                argumentSet(
                        "a keyword of a closed survey",
                        "keywords: [avis]\n",
                        "keywords",
                        "open: true"),
                argumentSet(
                        "a keyword of two words",
                        "open: true\nkeywords: [\"mon avis\"]\n",
                        "keywords",
                        "write one word"),
                argumentSet(
                        "no content template",
                        "whatsapp: {templates: {en: HX12}}\n",
                        "whatsapp.templates.en",
                        "HX and 32 hexadecimal digits"),
                argumentSet(
                        "no share", "contact: {sample: 120%}\n", "contact.sample", "1% to 100%"),
                argumentSet(
                        "a period of nothing",
                        "contact: {per: month}\n",
                        "contact.sample",
                        "is missing"),
                argumentSet(
                        "no period",
                        "contact: {sample: 5%, per: week}\n",
                        "contact.per",
                        "month, quarter or year"),
                argumentSet(
                        "too often a year",
                        "contact: {max_a_year: 13}\n",
                        "contact.max_a_year",
                        "to 12"),
                argumentSet(
                        "a late reminder",
                        "patience: {reminder: 4d, expiry: 3d}\n",
                        "patience.reminder",
                        "comes after the expiry"),
                argumentSet(
                        "three probes",
                        "probing: {at_most: 3}\n",
                        "probing.at_most",
                        "write 1 or 2"),
                argumentSet(
                        "a kind of probe",
                        "probing: {at_most: 1, kinds: [leading]}\n",
                        "probing.kinds",
                        "explanatory or clarifying"),
                argumentSet("no target", "target: {}\n", "target.score", "what is aimed at"),
                argumentSet(
                        "too high a target",
                        "target: {score: 400}\n",
                        "target.score",
                        "-100 to 100"),
                argumentSet(
                        "no period of keeping",
                        "retention: {texts: ever}\n",
                        "retention.texts",
                        "90d, 6m or 3y"),
                argumentSet("no stage", "stage: After Sales\n", "stage", "such as onboarding"),
                argumentSet(
                        "a channel that is none",
                        "texts: {en: {help: {text: \"{sender} STOP\", fax: \"{sender} STOP\"}}}\n",
                        "texts.en.help.fax",
                        "is not known"),
                argumentSet(
                        "a channel without the others",
                        "texts: {en: {help: {sms: \"{sender} STOP\"}}}\n",
                        "texts.en.help.text",
                        "is missing"),
                argumentSet(
                        "a variant that forgets STOP",
                        "texts: {en: {help: {text: \"{sender} STOP\", sms: \"{sender}\"}}}\n",
                        "texts.en.help.sms",
                        "STOP"));
    }

    @Test
    void everybodyIsAskedWhatMakesTheScore() {
        write(
                SHORTEST
                        + QUESTIONS.replace(
                                "- standard: score",
                                "- {standard: score, when: {attribute.plan: gold}}"));

        assertThatExceptionOfType(InvalidSurveyException.class)
                .isThrownBy(this::library)
                .satisfies(thrown ->
                        assertThat(thrown.problems())
                                .singleElement()
                                .satisfies(problem ->
                                        assertThat(problem.advice())
                                                .contains("everybody is asked it")));
    }

    // Helpers

    private static Branch when(Condition condition) {
        return new Branch(condition, false, Optional.empty());
    }

    private static Condition within(QuestionId question, int low, int high) {
        return new Condition.Within(question, List.of(range(low, high)));
    }

    private static Range range(int low, int high) {
        return new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    private static Ask ask(QuestionId question) {
        return new Ask(question, Occasion.FIRST, OptionalInt.empty());
    }

    private Survey read(String file) {
        write(file);
        return library().current(MINE).orElseThrow();
    }

    private SurveyLibrary library() {
        return SurveyLibrary.ofSeedsAnd(directory);
    }

    private void write(String file) {
        try {
            Files.writeString(directory.resolve("mine.yaml"), file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String say(Survey survey, Prompt prompt, Locale locale, Channel channel) {
        return library()
                .word(prompt, Optional.of(survey.key()), locale, channel, 1, Map.of())
                .text();
    }
}
