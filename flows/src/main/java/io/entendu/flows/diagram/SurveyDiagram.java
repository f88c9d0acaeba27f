package io.entendu.flows.diagram;

import io.entendu.core.conversation.LongestPath;
import io.entendu.core.survey.Condition;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Route.Wait;
import io.entendu.core.survey.Survey;
import io.entendu.flows.SurveyLibrary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The way through a survey, for people to look at: consent, the questions in their order, what is
 * asked of some only and of whom, and how it ends.
 *
 * <p>A question of everybody is never passed by. Whether two conditions can be fulfilled together
 * is not looked into; {@code check} does that.
 *
 * @param title the id of the survey
 * @param most questions that one person is asked at the most
 * @param steps in the order of the survey
 */
public record SurveyDiagram(String title, int most, List<Step> steps, DiagramWords words) {

    public SurveyDiagram {
        steps = List.copyOf(steps);
    }

    /**
     * A question.
     *
     * @param number from 1
     * @param kind what its answer is like: {@code 0–10}, {@code one of 4}
     * @param ask the question itself
     * @param optional whether it is offered to be passed over at once
     * @param gate who is asked it; empty for everybody
     */
    public record Step(
            int number,
            QuestionId id,
            String kind,
            String ask,
            boolean optional,
            Optional<Gate> gate) {}

    /**
     * What decides whether a question is asked.
     *
     * @param when what must be so
     * @param late what happens when a label does not come in time; empty where none is waited for
     */
    public record Gate(String when, Optional<Late> late) {}

    /**
     * The want of a label.
     *
     * @param without how long it was waited for, in words
     * @param asked whether the question is asked then
     */
    public record Late(String without, boolean asked) {}

    /**
     * The diagram of a survey.
     *
     * @param library that knows the survey's revision
     * @param wording the language in which questions, options and themes are named; the survey's
     *     nearest one is taken
     * @param reader the language of all else: French, or English for want of another
     * @throws IllegalArgumentException when the library does not know the revision
     */
    public static SurveyDiagram of(
            SurveyLibrary library, Survey survey, Locale wording, Locale reader) {
        var named = survey.nearest(wording);
        var words = DiagramWords.of(reader);
        var conditions = new ConditionWords(library, survey, named, words);
        var kinds = new AnswerKinds(words);
        var steps =
                IntStream.range(0, survey.questions().size())
                        .mapToObj(i -> {
                            var question = survey.questions().get(i);
                            var asked = library.question(survey.key(), question.id(), named);
                            return new Step(
                                    i + 1,
                                    question.id(),
                                    kinds.of(question, asked.unit()),
                                    asked.ask(),
                                    survey.route().of(question.id()).optional(),
                                    gate(survey, question, conditions, words));
                        })
                        .toList();
        return new SurveyDiagram(survey.id().value(), LongestPath.of(survey), steps, words);
    }

    private static Optional<Gate> gate(
            Survey survey, Question question, ConditionWords conditions, DiagramWords words) {
        var branch = survey.route().of(question.id());
        return branch.when() instanceof Condition.Always
                ? Optional.empty()
                : Optional.of(
                        new Gate(
                                conditions.of(branch.when()),
                                branch.label().map(wait -> late(wait, words))));
    }

    private static Late late(Wait wait, DiagramWords words) {
        return new Late(words.say("late", wait.atMost().toSeconds()), wait.askOtherwise());
    }

    /** How many questions one is asked: that many, or at most so many. */
    String promise() {
        var all = steps.stream().allMatch(step -> step.gate().isEmpty());
        return words.say(all ? "all" : "most", most);
    }

    /** As the text of a Mermaid flowchart, which ends with a line break. */
    public String toMermaid() {
        return Mermaid.of(this);
    }

    /**
     * As an SVG image of its own, in the light colours; a style sheet of the page it stands in may
     * give others to its classes.
     */
    public String toSvg() {
        return Drawing.of(this);
    }
}
