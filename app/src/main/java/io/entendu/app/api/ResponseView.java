package io.entendu.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entendu.core.analysis.Analysis;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.TextId;
import io.entendu.core.response.Responses;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.QuestionId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response as the API shows it: no address, words only where the respondent gave them as an
 * answer.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResponseView(
        String id,
        String survey,
        String revision,
        String channel,
        String locale,
        String disposition,
        @Nullable String endedBy,
        String origin,
        Instant startedAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant endedAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String touchpoint,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String reference,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String agent,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String team,
        String respondent,
        @Schema(description = ConversationController.REQUESTS)
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                List<String> requests,
        List<AnswerView> answers) {

    /**
     * One answer.
     *
     * @param type {@code rating}, {@code yes_no}, {@code choice}, {@code choices}, {@code number}
     *     or {@code verbatim}
     * @param value a whole number, true or false, an option's id, a list of them, or a decimal
     * @param missing why there is none: {@code skipped}, {@code dont_know}, {@code no_answer} or
     *     {@code refused}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerView(
            String question,
            @Schema(
                            allowableValues = {
                                "rating",
                                "yes_no",
                                "choice",
                                "choices",
                                "number",
                                "verbatim"
                            })
                    String type,
            @Schema(
                            description =
                                    "By type: a whole number (rating), true or false (yes_no), an"
                                            + " option's id (choice), a list of them (choices; empty"
                                            + " for none of these), a decimal (number). A verbatim has"
                                            + " text instead.",
                            types = {"number", "boolean", "string", "array"})
                    @Nullable Object value,
            @Nullable String text,
            @Nullable String raw,
            @Schema(
                            description = "Why there is no answer.",
                            allowableValues = {"skipped", "dont_know", "no_answer", "refused"})
                    @Nullable String missing,
            Instant at,
            @Nullable AnalysisView analysis) {}

    /** What a verbatim was found to say. */
    record AnalysisView(
            String sentiment,
            List<ThemeView> themes,
            List<String> flags,
            double confidence,
            String engine,
            String version,
            boolean provisional) {}

    /** A theme with the words that carry it. */
    record ThemeView(String theme, String polarity, String evidence) {}

    /**
     * The view of a response; {@code touchpoint} is that of the survey where the invitation named
     * none.
     */
    static ResponseView of(
            Responses.Response response, QuestionTypes types, @Nullable String touchpoint) {
        var c = response.conversation();
        return new ResponseView(
                response.id().toString(),
                c.survey().id().value(),
                c.survey().revision(),
                c.channel().wireName(),
                c.locale().toLanguageTag(),
                lower(c.disposition()),
                c.endedBy().orElse(null),
                lower(c.origin()),
                c.startedAt(),
                c.endedAt().orElse(null),
                c.context().touchpoint().orElse(touchpoint),
                c.context().reference().orElse(null),
                c.context().agent().orElse(null),
                c.context().team().orElse(null),
                respondent(response.id(), c),
                ConversationController.requests(c),
                c.answers().stream().map(a -> answer(a, c, response.texts(), types)).toList());
    }

    /** Of which type a question is, so that a missing answer can say so. */
    interface QuestionTypes {
        String of(Conversation conversation, QuestionId question);
    }

    private static String respondent(ConversationId id, Conversation conversation) {
        return conversation.context().respondent().orElseGet(() -> id.respondent().value());
    }

    private static AnswerView answer(
            Answer answer,
            Conversation conversation,
            Map<TextId, String> texts,
            QuestionTypes types) {
        return switch (answer) {
            case Answer.Rating(var question, var value, var raw, var at) ->
                    valued(question, "rating", value, texts.get(raw), at);
            case Answer.YesOrNo(var question, var yes, var raw, var at) ->
                    valued(question, "yes_no", yes, texts.get(raw), at);
            case Answer.Selection(var question, var options, var raw, var at) -> {
                var one = types.of(conversation, question).equals("choice") && options.size() == 1;
                var ids = options.stream().map(OptionId::value).toList();
                yield valued(
                        question,
                        one ? "choice" : "choices",
                        one ? ids.getFirst() : ids,
                        texts.get(raw),
                        at);
            }
            case Answer.Quantity(var question, var value, var raw, var at) ->
                    valued(question, "number", value, texts.get(raw), at);
            case Answer.Verbatim verbatim -> verbatim(verbatim, texts);
            case Answer.None none ->
                    new AnswerView(
                            none.question().value(),
                            types.of(conversation, none.question()),
                            null,
                            null,
                            null,
                            lower(none.why()),
                            none.at(),
                            null);
        };
    }

    private static AnswerView valued(
            QuestionId question, String type, Object value, @Nullable String raw, Instant at) {
        return new AnswerView(question.value(), type, value, null, raw, null, at, null);
    }

    private static AnswerView verbatim(Answer.Verbatim verbatim, Map<TextId, String> texts) {
        var words = verbatim.words(texts);
        return new AnswerView(
                verbatim.question().value(),
                "verbatim",
                null,
                words,
                verbatim.raw(texts),
                null,
                verbatim.at(),
                verbatim.analysis().map(a -> analysis(a, words)).orElse(null));
    }

    private static AnalysisView analysis(Analysis analysis, String text) {
        return new AnalysisView(
                lower(analysis.sentiment()),
                analysis.themes().stream()
                        .map(t ->
                                new ThemeView(
                                        t.theme().value(),
                                        lower(t.polarity()),
                                        t.evidence().of(text)))
                        .toList(),
                analysis.flags().stream().map(ResponseView::lower).sorted().toList(),
                analysis.confidence(),
                analysis.engine(),
                analysis.version(),
                analysis.provisional());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
