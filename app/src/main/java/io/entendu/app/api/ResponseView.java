package io.entendu.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entendu.core.analysis.Analysis;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.TextId;
import io.entendu.core.response.Responses;
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
        List<AnswerView> answers) {

    /**
     * One answer.
     *
     * @param type {@code rating} or {@code verbatim}
     * @param missing why there is none: {@code skipped}, {@code no_answer} or {@code refused}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerView(
            String question,
            String type,
            @Nullable Integer value,
            @Nullable String text,
            @Nullable String raw,
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
                c.answers().stream().map(a -> answer(a, c, response.texts(), types)).toList());
    }

    /** Of which type a question is, so that a missing answer can say so. */
    interface QuestionTypes {
        String of(Conversation conversation, io.entendu.core.survey.QuestionId question);
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
            case Answer.Rating rating ->
                    new AnswerView(
                            rating.question().value(),
                            "rating",
                            rating.value(),
                            null,
                            texts.get(rating.raw()),
                            null,
                            rating.at(),
                            null);
            case Answer.Verbatim verbatim ->
                    verbatim(verbatim, texts.getOrDefault(verbatim.raw(), ""));
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

    private static AnswerView verbatim(Answer.Verbatim verbatim, String raw) {
        return new AnswerView(
                verbatim.question().value(),
                "verbatim",
                null,
                verbatim.span().of(raw),
                raw,
                null,
                verbatim.at(),
                verbatim.analysis().map(a -> analysis(a, verbatim.span().of(raw))).orElse(null));
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
