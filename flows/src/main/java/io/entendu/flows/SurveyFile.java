package io.entendu.flows;

import io.entendu.core.survey.Conduct;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.Question;
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
        Map<Locale, Map<TextKey, Template>> texts) {

    /**
     * A question and its words by language.
     *
     * @param labels what the points of a scale are called, or nothing
     */
    record Asked(Question question, Map<Locale, QuestionText> words, PointLabels labels) {}
}
