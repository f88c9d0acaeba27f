package io.entendu.flows.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.survey.SurveyId;
import io.entendu.flows.SurveyLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the diagrams of surveys show. */
class SurveyDiagramTest {

    private static final String HEAD =
            """
            id: mine
            metric: nps
            sender: Acme
            locales: [en, fr]
            taxonomy: small
            questions:
              - standard: score
            """;

    private static final String REASON = "  - standard: reason\n";

    private static final String SOLVED =
            """
              - id: solved
                yes_no: true
                ask: {en: Is it solved?, fr: Est-ce réglé ?}
            """;

    private static final String TOPIC =
            """
              - id: topic
                choice: {options: [price, delivery, other], several: true}
                labels:
                  en: {price: Price, delivery: Delivery, other: Other}
                  fr: {price: Prix, delivery: Livraison, other: Autre}
                ask: {en: What about?, fr: À quel sujet ?}
            """;

    @TempDir Path directory;

    @ParameterizedTest
    @MethodSource
    void edges(String questions, List<String> edges) {
        assertThat(drawn(english(questions))).containsExactlyElementsOf(edges);
    }

    static Stream<Arguments> edges() {
        return Stream.of(
                argumentSet(
                        "straight, nobody is passed by",
                        REASON + SOLVED,
                        List.of("q1 --> q2", "q2 --> q3", "q3 --> thanks")),
                argumentSet(
                        "a band leads around a question, which is named as the metric does",
                        REASON + "    when: {score: [detractors, 9..10]}\n" + SOLVED,
                        List.of(
                                "q1 --> if2",
                                "if2 -->|yes| q2",
                                "if2 -->|otherwise| q3",
                                "q2 --> q3",
                                "q3 --> thanks")),
                argumentSet(
                        "two in a row are passed by one after the other",
                        SOLVED + "    when: {score: 3}\n" + TOPIC + "    when: {solved: no}\n",
                        List.of(
                                "q1 --> if2",
                                "if2 -->|yes| q2",
                                "if2 -->|otherwise| if3",
                                "q2 --> if3",
                                "if3 -->|yes| q3",
                                "if3 -->|otherwise| thanks",
                                "q3 --> thanks")),
                argumentSet(
                        "without its label in time a question is passed by",
                        REASON + SOLVED + label("pass"),
                        List.of(
                                "q1 --> q2",
                                "q2 --> if3",
                                "if3 -->|yes| q3",
                                "if3 -->|otherwise| thanks",
                                "if3 -.->|no classification within 10 s: passed by| thanks",
                                "q3 --> thanks")),
                argumentSet(
                        "or it is asked",
                        REASON + SOLVED + label("ask"),
                        List.of(
                                "q1 --> q2",
                                "q2 --> if3",
                                "if3 -->|yes| q3",
                                "if3 -->|otherwise| thanks",
                                "if3 -.->|no classification within 10 s: asked| q3",
                                "q3 --> thanks")));
    }

    private static String label(String otherwise) {
        return "    when: {reason.theme: wait_time}\n    wait: {at_most: 10s, otherwise: "
                + otherwise
                + "}\n";
    }

    @ParameterizedTest
    @MethodSource
    void conditions(String when, String english, String french) {
        var questions =
                REASON + SOLVED + TOPIC + SOLVED.replace("solved", "last") + "    " + when + "\n";

        assertThat(gate(diagram(questions, Locale.ENGLISH))).isEqualTo(english);
        assertThat(gate(diagram(questions, Locale.FRENCH)).replace('\u00a0', ' '))
                .isEqualTo(french);
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                argumentSet(
                        "bands and numbers",
                        "when: {score: [detractors, 8, 9..10]}",
                        "score: detractors 0–6 or 8 or promoters 9–10",
                        "score : détracteurs 0–6 ou 8 ou promoteurs 9–10"),
                argumentSet("yes or no", "when: {solved: no}", "solved: no", "solved : non"),
                argumentSet(
                        "options in their order, by their names",
                        "when: {topic: [delivery, price]}",
                        "topic: “Price” or “Delivery”",
                        "topic : « Prix » ou « Livraison »"),
                argumentSet(
                        "answered or not",
                        "when: {any: [{reason: unanswered}, {topic: answered}]}",
                        "reason: unanswered, or topic: answered",
                        "reason : sans réponse, ou topic : avec réponse"),
                argumentSet(
                        "an attribute",
                        "when: {attribute.plan: [silver, gold]}",
                        "attribute plan = gold or silver",
                        "attribut plan = gold ou silver"),
                argumentSet(
                        "a fact that is known already",
                        "unless_known: plan",
                        "attribute plan not known",
                        "attribut plan non connu"),
                argumentSet(
                        "several within others",
                        "when: {not: {all: [{solved: yes}, {attribute.plan: known}]}, score: 7..8}",
                        "not: (solved: yes, and attribute plan known), and score: passives 7–8",
                        "pas : (solved : oui, et attribut plan connu), et score : passifs 7–8"),
                argumentSet(
                        "labels by their names",
                        "when: {any: [{reason.theme: wait_time}, {reason.sentiment: [mixed, negative]}]}\n"
                                + "    wait: {at_most: 10s, otherwise: pass}",
                        "reason is about “Waiting”, or reason sounds negative or mixed",
                        "reason porte sur « Attente », ou reason est de ton négatif ou partagé"));
    }

    @Test
    void aQuestionSaysItsPlaceItsKindAndWhetherItNeedBeAnswered() {
        var diagram = english(TOPIC + "    optional: true\n" + REASON);

        assertThat(diagram.toMermaid())
                .contains("q1[\"1 · score · 0–10<br/>How likely are you to recommend Acme")
                .contains("q2[\"2 · topic · any of 3 · optional<br/>What about?\"]")
                .contains("q3[\"3 · reason · own words<br/>");
        assertThat(diagram.toSvg()).contains("2 · topic · any of 3 · optional");
    }

    @Test
    void itBeginsWithConsentAndHasThreeEnds() {
        assertThat(english(REASON + "    when: {score: 3}\n").toMermaid())
                .contains("Consent<br/>at most 2 questions");
        assertThat(english(REASON).toMermaid())
                .startsWith("flowchart TD\n")
                .contains("consent([\"Consent<br/>2 questions\"])")
                .contains("consent -->|\"yes\"| q1\n")
                .contains("consent -->|\"no\"| declined\n")
                .contains("consent -.->|\"STOP, at any moment\"| stopped\n");
    }

    @Test
    void whatMeansSomethingToMermaidIsEscaped() {
        var nasty = "1. \"Say\" [a] | (b) <b>#35;</b> `d` & click; -- end";
        var text = english(SOLVED.replace("Is it solved?", quoted(nasty))).toMermaid();

        assertThat(text)
                .contains(
                        "<br/>1#46; #34;Say#34; #91;a#93; #124; #40;b#41;"
                                + " #60;b#62;#35;35#59;#60;/b#62; #96;d#96; #38; click#59; -- end\"]");
        assertThat(text.lines().filter(line -> line.contains("q2["))).hasSize(1);
    }

    @Test
    void whatMeansSomethingToXmlIsEscaped() {
        var svg =
                english(
                                SOLVED.replace(
                                        "Is it solved?",
                                        quoted("Say <a href='x'>&\"]]>").replace("&", "&\\u0001")))
                        .toSvg();

        assertThat(svg).contains("Say &lt;a", "href=&#39;x&#39;&gt;&amp;\ufffd&quot;]]&gt;");
        assertThat(svg).doesNotContain("<a ", "\u0001");
    }

    @Test
    void theSameSurveyIsAlwaysTheSameText() {
        var questions =
                TOPIC
                        + SOLVED
                        + "    when: {topic: [other, price, delivery], attribute.a: [x, y, z]}\n";

        assertThat(english(questions).toMermaid()).isEqualTo(english(questions).toMermaid());
        assertThat(gate(english(questions)))
                .isEqualTo(
                        "topic: “Price” or “Delivery” or “Other”, and attribute a = x or y or z");
    }

    @Test
    void theReadersLanguageAndTheSurveysAreChosenApart() {
        var library = library(SOLVED);
        var survey = library.current(new SurveyId("mine")).orElseThrow();

        assertThat(SurveyDiagram.of(library, survey, Locale.FRENCH, Locale.GERMAN).toMermaid())
                .contains("2 · solved · yes or no<br/>Est-ce réglé ?");
    }

    @Test
    void bothLanguagesOfReadersSayTheSameThings() {
        assertThat(DiagramWords.of(Locale.FRENCH).keys())
                .isNotEmpty()
                .isEqualTo(DiagramWords.of(Locale.ENGLISH).keys());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    /** The edges between questions, without their quotes. */
    private static List<String> drawn(SurveyDiagram diagram) {
        return diagram.toMermaid()
                .lines()
                .map(String::strip)
                .filter(line -> line.contains("->") && !line.startsWith("consent"))
                .map(line -> line.replace("\"", ""))
                .toList();
    }

    private static String gate(SurveyDiagram diagram) {
        return diagram.steps().getLast().gate().orElseThrow().when();
    }

    private SurveyDiagram english(String questions) {
        return diagram(questions, Locale.ENGLISH);
    }

    private SurveyDiagram diagram(String questions, Locale locale) {
        var library = library(questions);
        return SurveyDiagram.of(
                library, library.current(new SurveyId("mine")).orElseThrow(), locale, locale);
    }

    private SurveyLibrary library(String questions) {
        try {
            Files.writeString(directory.resolve("mine.yaml"), HEAD + questions);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return SurveyLibrary.ofSeedsAnd(directory);
    }
}
