package io.entendu.app.dashboard;

import io.entendu.core.survey.Brief.Target;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.diagram.SurveyDiagram;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that the page of a survey shows.
 *
 * @param surveys to choose from
 * @param metric its name: {@code NPS}
 * @param languages of its wording, the one that is shown among them
 * @param number that its author gave to the revision
 * @param words what people read, from the request for consent to the end
 * @param diagram the same as {@code svg} and {@code mermaid}
 */
record Sheet(
        Survey survey,
        List<SurveyId> surveys,
        String metric,
        List<Language> languages,
        OptionalInt number,
        Span patience,
        Optional<Span> reminder,
        Words words,
        SurveyDiagram diagram,
        String svg,
        String mermaid) {

    /**
     * A language that one may choose.
     *
     * @param name in the language of the page
     */
    record Language(String tag, String name, boolean shown) {}

    /** What people read around the questions, and {@code questions} in their order. */
    record Words(
            String lang,
            String consent,
            String declined,
            String thanks,
            String stopped,
            List<Asked> questions) {}

    /**
     * A question as it stands in the diagram.
     *
     * @param withoutRating what is asked instead when no rating came before
     * @param answers what may be answered: the ends of a scale, or options
     */
    record Asked(SurveyDiagram.Step step, Optional<String> withoutRating, List<String> answers) {}

    /** The score that is aimed at. */
    public Optional<BigDecimal> targetScore() {
        return survey.brief().target().flatMap(Target::score);
    }

    /** How many answers are aimed at. */
    public Optional<Integer> targetResponses() {
        return survey.brief().target().flatMap(Target::responses);
    }

    /** What happens for want of a label, in words. */
    public String late(SurveyDiagram.Late late) {
        return diagram.words().late(late);
    }
}
