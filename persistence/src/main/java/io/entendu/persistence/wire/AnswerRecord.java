package io.entendu.persistence.wire;

import io.entendu.core.conversation.Answer;
import io.entendu.core.reading.Missing;
import io.entendu.core.survey.QuestionId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer; the words lie elsewhere.
 *
 * @param k its kind
 * @param q the question
 * @param n the rating, or the revision of a verbatim
 * @param r where the words lie
 * @param w which of them
 * @param a what they say
 * @param m why there is no answer
 * @param at when, in milliseconds
 */
record AnswerRecord(
        String k,
        String q,
        @Nullable Integer n,
        @Nullable String r,
        @Nullable String w,
        @Nullable AnalysisRecord a,
        @Nullable String m,
        long at) {

    static AnswerRecord of(Answer answer) {
        return switch (answer) {
            case Answer.Rating(var question, var value, var raw, var at) ->
                    new AnswerRecord(
                            "rating",
                            question.value(),
                            value,
                            raw.toString(),
                            null,
                            null,
                            null,
                            at.toEpochMilli());
            case Answer.Verbatim(
                            var question,
                            var raw,
                            var span,
                            var revision,
                            var analysis,
                            var at) ->
                    new AnswerRecord(
                            "verbatim",
                            question.value(),
                            revision,
                            raw.toString(),
                            Words.span(span),
                            analysis.map(AnalysisRecord::of).orElse(null),
                            null,
                            at.toEpochMilli());
            case Answer.None(var question, var why, var at) ->
                    new AnswerRecord(
                            "none",
                            question.value(),
                            null,
                            null,
                            null,
                            null,
                            why.name(),
                            at.toEpochMilli());
        };
    }

    Answer answer() {
        var question = new QuestionId(q);
        var when = Instant.ofEpochMilli(at);
        return switch (k) {
            case "rating" ->
                    new Answer.Rating(
                            question, Json.required(n), Words.textId(Json.required(r)), when);
            case "verbatim" ->
                    new Answer.Verbatim(
                            question,
                            Words.textId(Json.required(r)),
                            Words.span(Json.required(w)),
                            Json.required(n),
                            Optional.ofNullable(a).map(AnalysisRecord::analysis),
                            when);
            case "none" -> new Answer.None(question, Missing.valueOf(Json.required(m)), when);
            default -> throw Json.unknown(k);
        };
    }
}
