package io.entendu.flows;

import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.Choice;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.QuestionId;
import io.entendu.flows.reading.AnswerGrammar;
import io.entendu.flows.wording.QuestionText;
import io.entendu.flows.wording.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes of a survey's words how its answers may be said. */
final class PublishedGrammars {

    private PublishedGrammars() {}

    /** By question, for conversations in this language. */
    static Map<QuestionId, AnswerGrammar> of(SurveyFile file, Locale locale) {
        return file.questions().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                asked -> asked.question().id(), asked -> of(asked, locale)));
    }

    private static AnswerGrammar of(SurveyFile.Asked asked, Locale locale) {
        var words = inOrder(asked, locale);
        return switch (asked.question()) {
            case Scale scale ->
                    AnswerGrammar.ofScale(points(scale, asked, words), standard(asked.labels()));
            case Choice choice -> AnswerGrammar.ofChoice(choice, names(choice, words));
            case Question.Amount _ ->
                    AnswerGrammar.ofAmount(
                            words.stream()
                                    .flatMap(w -> w.unit().stream())
                                    .map(unit -> unit.fill(Map.of()).strip())
                                    .collect(Collectors.toSet()));
            case Question.YesNo _, Question.OpenEnded _ -> AnswerGrammar.PLAIN;
        };
    }

    /** The words in every language of the survey, this one first. */
    private static List<QuestionText> inOrder(SurveyFile.Asked asked, Locale locale) {
        return Stream.concat(Stream.of(locale), asked.words().keySet().stream())
                .distinct()
                .flatMap(l -> Optional.ofNullable(asked.words().get(l)).stream())
                .toList();
    }

    /** What both ends mean is printed with the question, so it may be the answer. */
    private static Map<Integer, List<String>> points(
            Scale scale, SurveyFile.Asked asked, List<QuestionText> words) {
        var points = new HashMap<Integer, List<String>>();
        words.stream()
                .flatMap(w -> w.anchors().stream())
                .forEach(anchors -> {
                    add(points, scale.low(), plain(anchors.low()));
                    add(points, scale.high(), plain(anchors.high()));
                });
        if (asked.labels() instanceof PointLabels.Own(var byLanguage)) {
            for (var labels : byLanguage.values()) {
                for (var i = 0; i < labels.size(); i++) {
                    add(points, scale.low() + i, labels.get(i));
                }
            }
        }
        return points;
    }

    private static void add(Map<Integer, List<String>> points, int value, String label) {
        points.computeIfAbsent(value, _ -> new ArrayList<>()).add(label);
    }

    private static Optional<String> standard(PointLabels labels) {
        return labels instanceof PointLabels.Standard(var name)
                ? Optional.of(name)
                : Optional.empty();
    }

    private static List<List<String>> names(Choice choice, List<QuestionText> words) {
        return choice.options().stream()
                .map(option ->
                        words.stream()
                                .flatMap(w -> Optional.ofNullable(w.options().get(option)).stream())
                                .map(PublishedGrammars::plain)
                                .toList())
                .toList();
    }

    private static String plain(Template template) {
        return template.fill(Map.of());
    }
}
