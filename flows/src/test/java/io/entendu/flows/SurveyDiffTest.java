package io.entendu.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.survey.SurveyId;
import io.entendu.flows.SurveyDiff.Change;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SurveyDiffTest {

    private static final String TWO =
            """
            {"id":"a","questions":[
             {"id":"score","scale":{"low":0,"high":10},"ask":{"fr":"Note ?","en":"Score?"}},
             {"id":"reason","open_ended":{"max_length":500},"ask":{"fr":"Pourquoi ?","en":"Why?"}}],
             "locales":["fr","en"]}\
            """;

    @ParameterizedTest
    @MethodSource
    void differences(String before, String after, String... lines) {
        assertThat(TWO).contains(before);

        assertThat(SurveyDiff.between(TWO, TWO.replace(before, after)))
                .extracting(SurveyDiffTest::line)
                .containsExactly(lines);
    }

    static Stream<Arguments> differences() {
        var reason = TWO.lines().skip(2).findFirst().orElseThrow().strip().replaceAll("],?$", "");
        return Stream.of(
                argumentSet("nothing", "Why?", "Why?", new String[0]),
                argumentSet(
                        "a text of one language",
                        "Why?",
                        "Why is that?",
                        lines("questions.reason.ask.en: \"Why?\" -> \"Why is that?\"")),
                argumentSet(
                        "a number",
                        "500",
                        "800",
                        lines("questions.reason.open_ended.max_length: 500 -> 800")),
                argumentSet(
                        "a language of a text taken away",
                        ",\"en\":\"Why?\"",
                        "",
                        lines("questions.reason.ask.en: \"Why?\" -> ")),
                argumentSet(
                        "a list without ids is one value",
                        "[\"fr\",\"en\"]",
                        "[\"en\"]",
                        lines("locales: [\"fr\",\"en\"] -> [\"en\"]")),
                argumentSet(
                        "another question instead, in its place",
                        "\"id\":\"reason\"",
                        "\"id\":\"cause\"",
                        lines(
                                "questions.cause:  -> " + reason.replace("reason", "cause"),
                                "questions.reason: " + reason + " -> ")),
                argumentSet(
                        "a key added",
                        "\"id\":\"a\"",
                        "\"id\":\"a\",\"revision\":2",
                        lines("revision:  -> 2")));
    }

    @Test
    void aQuestionThatMovedIsNotAnotherOne() {
        var score = TWO.lines().skip(1).findFirst().orElseThrow().strip().replaceAll(",$", "");
        var reason = TWO.lines().skip(2).findFirst().orElseThrow().strip().replaceAll("],?$", "");
        var moved = TWO.replace(score, "@").replace(reason, score).replace("@", reason);

        assertThat(SurveyDiff.between(TWO, moved))
                .extracting(SurveyDiffTest::line)
                .containsExactly("questions: [\"score\",\"reason\"] -> [\"reason\",\"score\"]");
    }

    @Test
    void realRevisionsAreCompared() {
        var drafts = SurveyDrafts.ofSeeds();
        var text = Resources.text("surveys/shop-visit.yaml");

        assertThat(
                        SurveyDiff.between(
                                content(drafts, text),
                                content(drafts, text.replace("Northwind", "Contoso"))))
                .extracting(Change::place)
                .contains("sender")
                .doesNotContain("questions", "taxonomy");
    }

    private static String content(SurveyDrafts drafts, String text) {
        var library = drafts.read("draft", text);
        var survey = library.current(new SurveyId("shop-visit")).orElseThrow();
        return library.content(survey.key()).orElseThrow();
    }

    private static String[] lines(String... lines) {
        return lines;
    }

    private static String line(Change change) {
        return change.place()
                + ": "
                + change.from().map(Object::toString).orElse("")
                + " -> "
                + change.to().map(Object::toString).orElse("");
    }
}
