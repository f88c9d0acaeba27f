package io.entendu.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.app.api.ResponseView.AnswerView;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Beside;
import io.entendu.core.conversation.Context;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.Disposition;
import io.entendu.core.conversation.Origin;
import io.entendu.core.conversation.Pace;
import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.Request;
import io.entendu.core.conversation.TextId;
import io.entendu.core.reading.Missing;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.response.Responses.Response;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.core.text.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ResponseViewTest {

    private static final Instant AT = Instant.parse("2026-05-04T09:30:00Z");
    private static final QuestionId QUESTION = new QuestionId("q");
    private static final TextId RAW = new TextId(1, 4);
    private static final TextId MORE = new TextId(1, 5);
    private static final Map<TextId, String> TEXTS = Map.of(RAW, "as typed", MORE, "and more");

    /** The type as it is written, and value, text and raw as JSON. */
    @ParameterizedTest
    @MethodSource
    void answers(Answer answer, String asked, String json) {
        assertThat(JsonMapper.shared().writeValueAsString(view(answer, asked)))
                .isEqualTo("{\"question\":\"q\"," + json + ",\"at\":\"2026-05-04T09:30:00Z\"}");
    }

    static Stream<Arguments> answers() {
        var parts =
                List.of(
                        new Answer.Verbatim.Part(RAW, new Span(3, 8)),
                        new Answer.Verbatim.Part(MORE, new Span(4, 8)));
        return Stream.of(
                argumentSet(
                        "a mark",
                        new Answer.Rating(QUESTION, 9, RAW, AT),
                        "rating",
                        "\"type\":\"rating\",\"value\":9,\"raw\":\"as typed\""),
                argumentSet(
                        "a no",
                        new Answer.YesOrNo(QUESTION, false, RAW, AT),
                        "yes_no",
                        "\"type\":\"yes_no\",\"value\":false,\"raw\":\"as typed\""),
                argumentSet(
                        "an option",
                        chosen("adviser"),
                        "choice",
                        "\"type\":\"choice\",\"value\":\"adviser\",\"raw\":\"as typed\""),
                argumentSet(
                        "one option where there may be several",
                        chosen("price"),
                        "choices",
                        "\"type\":\"choices\",\"value\":[\"price\"],\"raw\":\"as typed\""),
                argumentSet(
                        "several options",
                        chosen("price", "range"),
                        "choices",
                        "\"type\":\"choices\",\"value\":[\"price\",\"range\"],\"raw\":\"as typed\""),
                argumentSet(
                        "none of these",
                        chosen(),
                        "choices",
                        "\"type\":\"choices\",\"value\":[],\"raw\":\"as typed\""),
                argumentSet(
                        "options of a survey that is no longer known",
                        chosen("price", "range"),
                        "verbatim",
                        "\"type\":\"choices\",\"value\":[\"price\",\"range\"],\"raw\":\"as typed\""),
                argumentSet(
                        "an amount",
                        new Answer.Quantity(QUESTION, new BigDecimal("45.5"), RAW, AT),
                        "number",
                        "\"type\":\"number\",\"value\":45.5,\"raw\":\"as typed\""),
                argumentSet(
                        "an amount whose words are gone",
                        new Answer.Quantity(QUESTION, BigDecimal.TEN, new TextId(1, 9), AT),
                        "number",
                        "\"type\":\"number\",\"value\":10"),
                argumentSet(
                        "own words of two messages",
                        new Answer.Verbatim(QUESTION, parts, 1, Optional.empty(), AT),
                        "verbatim",
                        "\"type\":\"verbatim\",\"text\":\"typed\\nmore\","
                                + "\"raw\":\"as typed\\nand more\""),
                argumentSet(
                        "a choice passed over",
                        new Answer.None(QUESTION, Missing.DONT_KNOW, AT),
                        "choices",
                        "\"type\":\"choices\",\"missing\":\"dont_know\""));
    }

    private static Answer chosen(String... options) {
        return new Answer.Selection(
                QUESTION, Stream.of(options).map(OptionId::new).toList(), RAW, AT);
    }

    private static AnswerView view(Answer answer, String asked) {
        return ResponseView.of(response(List.of(answer), Set.of()), (_, _) -> asked, null)
                .answers()
                .getFirst();
    }

    @Test
    void whatWasAskedOfPeopleIsThereTheMostUrgentFirst() {
        var all = response(List.of(), Set.of(Request.values()));

        assertThat(ResponseView.of(all, (_, _) -> "rating", "shop").requests())
                .containsExactly("emergency", "deletion", "person");
    }

    @Test
    void withoutARequestNothingIsSaidOfThem() {
        var view = ResponseView.of(response(List.of(), Set.of()), (_, _) -> "rating", "shop");

        assertThat(JsonMapper.shared().writeValueAsString(view))
                .contains("\"touchpoint\":\"shop\"")
                .doesNotContain("requests");
    }

    private static Response response(List<Answer> answers, Set<Request> requests) {
        var conversation =
                new Conversation(
                        1,
                        new SurveyKey(new SurveyId("all-kinds"), "r1"),
                        Channel.SMS,
                        Locale.FRENCH,
                        Origin.OPEN,
                        Optional.empty(),
                        Context.NONE,
                        Phase.ASKING,
                        6,
                        Optional.of(QUESTION),
                        0,
                        answers,
                        AT,
                        Optional.empty(),
                        Disposition.IN_PROGRESS,
                        Optional.empty(),
                        new Beside(0, requests, Optional.empty(), 0),
                        Pace.STEADY);
        return new Response(
                new ConversationId(new RespondentId("p".repeat(26)), 1), conversation, TEXTS);
    }
}
