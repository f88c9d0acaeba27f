package io.entendu.flows;

import io.entendu.core.survey.Brief;
import io.entendu.core.survey.Condition.Range;
import io.entendu.core.survey.Conduct;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Reach;
import io.entendu.core.survey.Route.Branch;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.wording.QuestionText;
import io.entendu.flows.wording.Template;
import io.entendu.flows.wording.TextKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * What a survey file says, without a mistake and with every text it is going to use.
 *
 * @param number of the revision, where its author counts them
 * @param taxonomy as it stands in its own file
 * @param questions in the order they are asked
 * @param extras as they stand in the file
 */
record SurveyFile(
        SurveyId id,
        OptionalInt number,
        boolean open,
        Metric metric,
        String touchpoint,
        String sender,
        List<Locale> locales,
        Conduct conduct,
        JsonNode taxonomy,
        Map<Locale, Template> purposes,
        List<Asked> questions,
        Map<Locale, Map<TextKey, Template>> texts,
        Reach reach,
        Brief brief,
        JsonNode extras) {

    /** What is kept of a survey as it stands in its file, where it stands there. */
    static final List<String> EXTRAS =
            List.of(
                    "owner",
                    "objective",
                    "stage",
                    "target",
                    "retention",
                    "keywords",
                    "whatsapp",
                    "contact",
                    "probing");

    /**
     * A question and its words by language.
     *
     * @param labels what the points of a scale are called, or nothing
     * @param bands parts of a scale that conditions may name
     * @param extras as they stand in the file
     */
    record Asked(
            Question question,
            Map<Locale, QuestionText> words,
            PointLabels labels,
            Branch branch,
            Map<String, Range> bands,
            JsonNode extras) {

        /** What is kept of a question as it stands in its file, where it stands there. */
        static final List<String> EXTRAS =
                List.of("when", "unless_known", "optional", "wait", "bands");
    }
}
