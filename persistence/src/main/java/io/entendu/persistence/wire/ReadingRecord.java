package io.entendu.persistence.wire;

import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.text.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reading and why.
 *
 * @param k its kind
 * @param x the survey, the token, the span of a comment or the reason: what the kind carries in
 *     words
 * @param n the rating
 * @param r the rule that decided
 * @param w the words it decided on
 */
record ReadingRecord(
        String k, @Nullable String x, @Nullable Integer n, @Nullable String r, String w) {

    static ReadingRecord of(Interpretation interpretation) {
        var bare = of(interpretation.reading());
        return new ReadingRecord(
                bare.k, bare.x, bare.n, interpretation.rule(), Words.span(interpretation.span()));
    }

    private static ReadingRecord of(Reading reading) {
        return switch (reading) {
            case Reading.OptOut() -> bare("opt_out", null);
            case Reading.OptIn() -> bare("opt_in", null);
            case Reading.HelpWanted() -> bare("help", null);
            case Reading.Keyword(var survey) -> bare("keyword", survey.value());
            case Reading.Opened(var survey) ->
                    bare("opened", survey.map(SurveyId::value).orElse(null));
            case Reading.Redeemed(var token) -> bare("redeemed", token);
            case Reading.Agreed() -> bare("agreed", null);
            case Reading.Declined() -> bare("declined", null);
            case Reading.Rated(var value, var comment) ->
                    new ReadingRecord(
                            "rated", comment.map(Words::span).orElse(null), value, "", "");
            case Reading.Said() -> bare("said", null);
            case Reading.PassedOver(var why) -> bare("passed_over", why.name());
            case Reading.Unclear() -> bare("unclear", null);
            case Reading.Unreadable() -> bare("unreadable", null);
            case Reading.OldButton() -> bare("old_button", null);
        };
    }

    private static ReadingRecord bare(String kind, @Nullable String words) {
        return new ReadingRecord(kind, words, null, "", "");
    }

    Interpretation interpretation() {
        return new Interpretation(reading(), Json.orEmpty(r), Words.span(w));
    }

    private Reading reading() {
        return switch (k) {
            case "opt_out" -> new Reading.OptOut();
            case "opt_in" -> new Reading.OptIn();
            case "help" -> new Reading.HelpWanted();
            case "keyword" -> new Reading.Keyword(new SurveyId(Json.required(x)));
            case "opened" -> new Reading.Opened(Optional.ofNullable(x).map(SurveyId::new));
            case "redeemed" -> new Reading.Redeemed(Json.orEmpty(x));
            case "agreed" -> new Reading.Agreed();
            case "declined" -> new Reading.Declined();
            case "rated" -> new Reading.Rated(Json.required(n), comment());
            case "said" -> new Reading.Said();
            case "passed_over" -> new Reading.PassedOver(Missing.valueOf(Json.required(x)));
            case "unclear" -> new Reading.Unclear();
            case "unreadable" -> new Reading.Unreadable();
            case "old_button" -> new Reading.OldButton();
            default -> throw Json.unknown(k);
        };
    }

    private Optional<Span> comment() {
        return Optional.ofNullable(x).map(Words::span);
    }
}
