package io.entendu.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.survey.Brief;
import io.entendu.core.survey.Conduct;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Reach;
import io.entendu.core.survey.Route;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.core.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class InvitationRequestTest {

    private static final QuestionId SCORE = new QuestionId("score");
    private static final Survey NPS =
            new Survey(
                    new SurveyKey(new SurveyId("nps"), "r1"),
                    true,
                    Metric.NPS,
                    SCORE,
                    List.of(new Question.Scale(SCORE, 0, 10)),
                    List.of(Locale.FRENCH),
                    "call",
                    Conduct.patient(Duration.ofDays(3)),
                    new Taxonomy("t", 1, List.of()),
                    Route.STRAIGHT,
                    Reach.PLAIN,
                    Brief.UNSAID);

    private static final Surveys SURVEYS =
            new Surveys() {
                @Override
                public Optional<Survey> current(SurveyId id) {
                    return Optional.of(NPS).filter(s -> s.id().equals(id));
                }

                @Override
                public Optional<Survey> revision(SurveyKey key) {
                    return Optional.of(NPS).filter(s -> s.key().equals(key));
                }

                @Override
                public List<Survey> all() {
                    return List.of(NPS);
                }
            };

    private static InvitationRequest read(String json) {
        return InvitationRequest.read(JsonMapper.shared().readTree(json), SURVEYS);
    }

    @Test
    void everyFieldIsRead() {
        var request =
                read(
                        """
                        {"survey": "nps", "channel": "sms", "address": "+33 6 12 34 56 78", "locale": "fr-BE", "timeZone": "Europe/Brussels",
                         "notBefore": "2026-05-04T09:30:00+02:00", "touchpoint": "call", "reference": "T1", "agent": "A", "team": "N",
                         "respondent": "R", "attributes": {"product": "box", "floor": 3}}\
                        """);

        assertThat(request.survey()).isEqualTo(NPS);
        assertThat(request.address())
                .hasValueSatisfying(a -> assertThat(a.value()).isEqualTo("+33612345678"));
        assertThat(request.locale()).contains(Locale.forLanguageTag("fr-BE"));
        assertThat(request.notBefore()).contains(Instant.parse("2026-05-04T07:30:00Z"));
        assertThat(request.context().variables())
                .isEqualTo(
                        Map.of(
                                "product",
                                "box",
                                "floor",
                                "3",
                                "agent",
                                "A",
                                "team",
                                "N",
                                "reference",
                                "T1",
                                "touchpoint",
                                "call"));
    }

    @Test
    void onTelegramThePersonComesByTheLink() {
        assertThat(read("{\"survey\": \"nps\", \"channel\": \"telegram\"}").address()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void mistakesNameTheirField(String json, String field) {
        var problem = catchThrowableOfType(ApiProblem.class, () -> read(json));

        assertThat(problem.fields())
                .extracting(ApiProblem.FieldProblem::field)
                .containsExactly(field);
        assertThat(problem.fields().getFirst().detail()).isNotBlank();
    }

    static Stream<Arguments> mistakesNameTheirField() {
        return Stream.of(
                argumentSet("no object", "[]", "body"),
                argumentSet("an unknown survey", with("survey", "\"csat\""), "survey"),
                argumentSet("no survey", with("survey", "null"), "survey"),
                argumentSet("a survey that is no text", with("survey", "{}"), "survey"),
                argumentSet("an unknown channel", with("channel", "\"pigeon\""), "channel"),
                argumentSet("a number too short", with("address", "\"12\""), "address"),
                argumentSet("no number at all", with("address", "null"), "address"),
                argumentSet("words for a number", with("address", "\"hello\""), "address"),
                argumentSet(
                        "an ill-formed language",
                        with("locale", "\"xx-invalid-locale-!\""),
                        "locale"),
                argumentSet(
                        "a zone on another planet", with("timeZone", "\"Mars/Base\""), "timeZone"),
                argumentSet("a time in words", with("notBefore", "\"tomorrow\""), "notBefore"),
                argumentSet("attributes that are a list", with("attributes", "[1]"), "attributes"),
                argumentSet(
                        "a reference beyond all bounds",
                        with("reference", "\"" + "x".repeat(201) + "\""),
                        "reference"));
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        var problem =
                catchThrowableOfType(
                        ApiProblem.class,
                        () -> read("{\"survey\": \"x\", \"channel\": \"y\", \"locale\": \"!\"}"));

        assertThat(problem.fields())
                .extracting(ApiProblem.FieldProblem::field)
                .containsExactly("survey", "channel", "locale");
    }

    private static String with(String field, String value) {
        var fields =
                new java.util.LinkedHashMap<>(
                        Map.of(
                                "survey",
                                "\"nps\"",
                                "channel",
                                "\"sms\"",
                                "address",
                                "\"+33612345678\""));
        fields.put(field, value);
        return fields.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\": " + e.getValue())
                .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
    }
}
