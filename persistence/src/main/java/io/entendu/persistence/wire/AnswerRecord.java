package io.entendu.persistence.wire;

import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.TextId;
import io.entendu.core.reading.Missing;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.QuestionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer; the words lie elsewhere.
 *
 * @param k its kind
 * @param q the question
 * @param n the rating, 1 for yes and 0 for no, or the revision of a verbatim
 * @param x a quantity, or the options with a blank between
 * @param r where the words lie; of a verbatim in several messages with a blank between
 * @param w which of them, likewise
 * @param a what they say
 * @param m why there is no answer
 * @param at when, in milliseconds
 */
record AnswerRecord(
        String k,
        String q,
        @Nullable Integer n,
        @Nullable String x,
        @Nullable String r,
        @Nullable String w,
        @Nullable AnalysisRecord a,
        @Nullable String m,
        long at)
        implements Written {

    static AnswerRecord of(Answer answer) {
        return switch (answer) {
            case Answer.Rating(var question, var value, var raw, var at) ->
                    valued("rating", question, value, null, raw, at);
            case Answer.YesOrNo(var question, var yes, var raw, var at) ->
                    valued("yes_no", question, yes ? 1 : 0, null, raw, at);
            case Answer.Selection(var question, var options, var raw, var at) ->
                    valued(
                            "selection",
                            question,
                            null,
                            options.stream().map(OptionId::value).collect(Collectors.joining(" ")),
                            raw,
                            at);
            case Answer.Quantity(var question, var value, var raw, var at) ->
                    valued("quantity", question, null, value.toPlainString(), raw, at);
            case Answer.Verbatim verbatim -> verbatim(verbatim);
            case Answer.None(var question, var why, var at) ->
                    new AnswerRecord(
                            "none",
                            question.value(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            why.name(),
                            at.toEpochMilli());
        };
    }

    private static AnswerRecord valued(
            String kind,
            QuestionId question,
            @Nullable Integer number,
            @Nullable String words,
            TextId raw,
            Instant at) {
        return new AnswerRecord(
                kind,
                question.value(),
                number,
                words,
                raw.toString(),
                null,
                null,
                null,
                at.toEpochMilli());
    }

    private static AnswerRecord verbatim(Answer.Verbatim verbatim) {
        return new AnswerRecord(
                "verbatim",
                verbatim.question().value(),
                verbatim.revision(),
                null,
                verbatim.parts().stream()
                        .map(part -> part.raw().toString())
                        .collect(Collectors.joining(" ")),
                verbatim.parts().stream()
                        .map(part -> Words.span(part.span()))
                        .collect(Collectors.joining(" ")),
                verbatim.analysis().map(AnalysisRecord::of).orElse(null),
                null,
                verbatim.at().toEpochMilli());
    }

    @Override
    public void write(Fields json) {
        json.add("k", k);
        json.add("q", q);
        json.add("n", n);
        json.add("x", x);
        json.add("r", r);
        json.add("w", w);
        json.addRare("a", a);
        json.add("m", m);
        json.add("at", at);
    }

    Answer answer() {
        var question = new QuestionId(q);
        var when = Instant.ofEpochMilli(at);
        return switch (k) {
            case "rating" -> new Answer.Rating(question, Json.required(n), raw(), when);
            case "yes_no" -> new Answer.YesOrNo(question, Json.required(n) == 1, raw(), when);
            case "selection" ->
                    new Answer.Selection(
                            question,
                            Words.all(Json.orEmpty(x)).map(OptionId::new).toList(),
                            raw(),
                            when);
            case "quantity" ->
                    new Answer.Quantity(question, new BigDecimal(Json.required(x)), raw(), when);
            case "verbatim" ->
                    new Answer.Verbatim(
                            question,
                            parts(),
                            Json.required(n),
                            Optional.ofNullable(a).map(AnalysisRecord::analysis),
                            when);
            case "none" -> new Answer.None(question, Missing.valueOf(Json.required(m)), when);
            default -> throw Json.unknown(k);
        };
    }

    private TextId raw() {
        return Words.textId(Json.required(r));
    }

    private List<Answer.Verbatim.Part> parts() {
        var raws = Words.all(Json.required(r)).toList();
        var spans = Words.all(Json.required(w)).toList();
        return IntStream.range(0, raws.size())
                .mapToObj(i ->
                        new Answer.Verbatim.Part(
                                Words.textId(raws.get(i)), Words.span(spans.get(i))))
                .toList();
    }
}
