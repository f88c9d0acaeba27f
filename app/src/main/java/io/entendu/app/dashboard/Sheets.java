package io.entendu.app.dashboard;

import io.entendu.app.dashboard.Sheet.Asked;
import io.entendu.app.dashboard.Sheet.Language;
import io.entendu.app.dashboard.Sheet.Words;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.Prompt.RequestConsent;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.diagram.SurveyDiagram;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a survey together. */
@Component
final class Sheets {

    private final Shelf shelf;

    Sheets(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * The page of the current revision; empty when there is no such survey.
     *
     * @param wording the tag of the language in which its words are shown; the survey's nearest one
     *     is taken, and the page's own when there is none
     */
    Optional<Sheet> of(String survey, @Nullable String wording, Locale page) {
        var library = shelf.now();
        return found(library, survey).map(s -> sheet(library, s, wording(wording, page), page));
    }

    /** Only its diagram. */
    Optional<SurveyDiagram> diagram(String survey, @Nullable String wording, Locale page) {
        var library = shelf.now();
        return found(library, survey)
                .map(s -> SurveyDiagram.of(library, s, wording(wording, page), page));
    }

    private static Optional<Survey> found(SurveyLibrary library, String survey) {
        return SurveyId.isValid(survey) ? library.current(new SurveyId(survey)) : Optional.empty();
    }

    private static Locale wording(@Nullable String tag, Locale page) {
        return tag == null ? page : Locale.forLanguageTag(tag);
    }

    private static Sheet sheet(SurveyLibrary library, Survey survey, Locale wanted, Locale page) {
        var wording = survey.nearest(wanted);
        var diagram = SurveyDiagram.of(library, survey, wording, page);
        return new Sheet(
                survey,
                library.all().stream().map(Survey::id).toList(),
                Boards.name(survey.metric()),
                survey.locales().stream()
                        .map(locale ->
                                new Language(
                                        locale.toLanguageTag(),
                                        locale.getDisplayName(page),
                                        locale.equals(wording)))
                        .toList(),
                library.number(survey.key()),
                Span.of(survey.patience()),
                survey.conduct().reminder().map(Span::of),
                words(library, survey, wording, diagram),
                diagram,
                diagram.toSvg(),
                diagram.toMermaid());
    }

    private static Words words(
            SurveyLibrary library, Survey survey, Locale wording, SurveyDiagram diagram) {
        return new Words(
                wording.toLanguageTag(),
                said(library, survey, wording, new RequestConsent(Occasion.FIRST)),
                said(library, survey, wording, new Prompt.AcceptRefusal()),
                said(library, survey, wording, new Prompt.Thank()),
                said(library, survey, wording, new Prompt.ConfirmOptOut()),
                diagram.steps().stream()
                        .map(step -> asked(library, survey, wording, step))
                        .toList());
    }

    private static Asked asked(
            SurveyLibrary library, Survey survey, Locale wording, SurveyDiagram.Step step) {
        var words = library.question(survey.key(), step.id(), wording);
        var answers =
                switch (survey.question(step.id())) {
                    case Question.Scale scale -> ends(scale, words.anchors());
                    case Question.Choice choice ->
                            choice.options().stream().map(words::name).toList();
                    case Question.YesNo _, Question.Amount _, Question.OpenEnded _ ->
                            List.<String>of();
                };
        return new Asked(step, words.withoutRating(), answers);
    }

    private static List<String> ends(Question.Scale scale, List<String> anchors) {
        return anchors.isEmpty()
                ? List.of()
                : List.of(
                        scale.low() + " " + anchors.getFirst(),
                        scale.high() + " " + anchors.getLast());
    }

    /** As in the web chat, with nothing known of the person. */
    private static String said(
            SurveyLibrary library, Survey survey, Locale wording, Prompt prompt) {
        return library.word(prompt, Optional.of(survey.key()), wording, Channel.WEB, 1, Map.of())
                .text();
    }
}
