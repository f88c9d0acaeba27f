package io.entendu.persistence.wire;

import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.text.Span;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reading and why.
 *
 * @param k its kind
 * @param x the survey, the token, the span of a comment, the reason, the options, the amount: what
 *     the kind carries in words
 * @param n the rating, or 1 for yes and 0 for no
 * @param q the question of an earlier answer, or the span of an amount's comment
 * @param r the rule that decided
 * @param w the words it decided on
 * @param l the other language it is written in
 * @param b what was asked for in the same message
 */
record ReadingRecord(
        String k,
        @Nullable String x,
        @Nullable Integer n,
        @Nullable String q,
        @Nullable String r,
        String w,
        @Nullable String l,
        @Nullable ReadingRecord b)
        implements Written {

    static ReadingRecord of(Interpretation interpretation) {
        var bare = of(interpretation.reading());
        return new ReadingRecord(
                bare.k,
                bare.x,
                bare.n,
                bare.q,
                interpretation.rule(),
                Words.span(interpretation.span()),
                interpretation.language().map(Locale::toLanguageTag).orElse(null),
                interpretation.beside().map(ReadingRecord::of).orElse(null));
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
            case Reading.LanguageWanted(var locale) -> bare("language", locale.toLanguageTag());
            case Reading.WrongNumber() -> bare("wrong_number", null);
            case Reading.OldButton() -> bare("old_button", null);
            case Reading.AutoReplied() -> bare("auto_replied", null);
            case Reading.InEmergency() -> bare("emergency", null);
            case Reading.PersonWanted() -> bare("person", null);
            case Reading.PrivacyAsked(var topic) -> bare("privacy", topic.name());
            case Reading.Postponed() -> bare("postponed", null);
            case Reading.Answering answering -> answering(answering);
        };
    }

    private static ReadingRecord answering(Reading.Answering reading) {
        return switch (reading) {
            case Reading.Agreed() -> bare("agreed", null);
            case Reading.Declined() -> bare("declined", null);
            case Reading.Rated(var value, var comment) ->
                    numbered("rated", comment.map(Words::span).orElse(null), value, null);
            case Reading.SaidYesOrNo(var yes, var comment) ->
                    numbered("yes_or_no", comment.map(Words::span).orElse(null), yes ? 1 : 0, null);
            case Reading.Chosen(var options) ->
                    bare(
                            "chosen",
                            options.stream().map(OptionId::value).collect(Collectors.joining(" ")));
            case Reading.Amounted(var value, var comment) ->
                    new ReadingRecord(
                            "amounted",
                            value.toPlainString(),
                            null,
                            comment.map(Words::span).orElse(null),
                            "",
                            "",
                            null,
                            null);
            case Reading.Said() -> bare("said", null);
            case Reading.SaidMore() -> bare("said_more", null);
            case Reading.PassedOver(var why) -> bare("passed_over", why.name());
            case Reading.Corrected(var question, var value) ->
                    numbered("corrected", null, value, question.value());
            case Reading.SecondNumber(var question, var value) ->
                    numbered("second_number", null, value, question.value());
            case Reading.Commented() -> bare("commented", null);
            case Reading.Questioned() -> bare("questioned", null);
            case Reading.Abusive() -> bare("abusive", null);
            case Reading.Ambiguous() -> bare("ambiguous", null);
            case Reading.Unclear() -> bare("unclear", null);
            case Reading.Unreadable() -> bare("unreadable", null);
        };
    }

    private static ReadingRecord bare(String kind, @Nullable String words) {
        return new ReadingRecord(kind, words, null, null, "", "", null, null);
    }

    private static ReadingRecord numbered(
            String kind, @Nullable String words, int number, @Nullable String question) {
        return new ReadingRecord(kind, words, number, question, "", "", null, null);
    }

    @Override
    public void write(Fields json) {
        json.add("k", k);
        json.add("x", x);
        json.add("n", n);
        json.add("q", q);
        json.add("r", r);
        json.add("w", w);
        json.add("l", l);
        json.add("b", b);
    }

    Interpretation interpretation() {
        return new Interpretation(
                reading(),
                Json.orEmpty(r),
                Words.span(w),
                Optional.ofNullable(l).map(Locale::forLanguageTag),
                Optional.ofNullable(b).map(aside -> (Reading.Aside) aside.reading()));
    }

    private Reading reading() {
        return switch (k) {
            case "opt_out" -> new Reading.OptOut();
            case "opt_in" -> new Reading.OptIn();
            case "help" -> new Reading.HelpWanted();
            case "keyword" -> new Reading.Keyword(new SurveyId(Json.required(x)));
            case "opened" -> new Reading.Opened(Optional.ofNullable(x).map(SurveyId::new));
            case "redeemed" -> new Reading.Redeemed(Json.orEmpty(x));
            case "language" -> new Reading.LanguageWanted(Locale.forLanguageTag(Json.required(x)));
            case "wrong_number" -> new Reading.WrongNumber();
            case "old_button" -> new Reading.OldButton();
            case "auto_replied" -> new Reading.AutoReplied();
            case "emergency" -> new Reading.InEmergency();
            case "person" -> new Reading.PersonWanted();
            case "privacy" ->
                    new Reading.PrivacyAsked(Reading.PrivacyAsked.Topic.valueOf(Json.required(x)));
            case "postponed" -> new Reading.Postponed();
            default -> answering();
        };
    }

    private Reading.Answering answering() {
        return switch (k) {
            case "agreed" -> new Reading.Agreed();
            case "declined" -> new Reading.Declined();
            case "rated" -> new Reading.Rated(Json.required(n), span(x));
            case "yes_or_no" -> new Reading.SaidYesOrNo(Json.required(n) == 1, span(x));
            case "chosen" ->
                    new Reading.Chosen(Words.all(Json.orEmpty(x)).map(OptionId::new).toList());
            case "amounted" -> new Reading.Amounted(new BigDecimal(Json.required(x)), span(q));
            case "said" -> new Reading.Said();
            case "said_more" -> new Reading.SaidMore();
            case "passed_over" -> new Reading.PassedOver(Missing.valueOf(Json.required(x)));
            case "corrected" -> new Reading.Corrected(question(), Json.required(n));
            case "second_number" -> new Reading.SecondNumber(question(), Json.required(n));
            case "commented" -> new Reading.Commented();
            case "questioned" -> new Reading.Questioned();
            case "abusive" -> new Reading.Abusive();
            case "ambiguous" -> new Reading.Ambiguous();
            case "unclear" -> new Reading.Unclear();
            case "unreadable" -> new Reading.Unreadable();
            default -> throw Json.unknown(k);
        };
    }

    private QuestionId question() {
        return new QuestionId(Json.required(q));
    }

    private static Optional<Span> span(@Nullable String word) {
        return Optional.ofNullable(word).map(Words::span);
    }
}
