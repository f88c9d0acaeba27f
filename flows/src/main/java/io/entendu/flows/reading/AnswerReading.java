package io.entendu.flows.reading;

import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question.Amount;
import io.entendu.core.survey.Question.Choice;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.Question.YesNo;
import io.entendu.core.text.Span;
import java.util.Optional;
import java.util.Set;

/** Reads a reply as the answer to the open question, or as what stands in its place. */
final class AnswerReading {

    private static final Set<String> SOFT = WordList.words("soft");

    private final Grammars grammars;

    AnswerReading(Grammars grammars) {
        this.grammars = grammars;
    }

    /**
     * Whether words that may mean something beside the question only choose an option: "an adviser,
     * please" is no wish for a person where it may be chosen; "put me through to an adviser" is.
     */
    boolean isOption(Expectation.Answer expected, Reply reply, Span beside) {
        return expected.question() instanceof Choice choice
                && chosen(expected, choice, reply)
                        instanceof ChoiceReading.Outcome.Chosen(_, var option, var rule)
                && !ChoiceReading.isGuessed(rule)
                && reply.words().stream()
                        .filter(word -> isIn(beside, word) && !isIn(option, word))
                        .allMatch(word -> SOFT.contains(word.text()));
    }

    private static boolean isIn(Span span, Word word) {
        return span.start() <= word.start() && word.end() <= span.end();
    }

    /** An option chosen by its number or its name without a slip comes before all else. */
    private Interpretation choice(Expectation.Answer expected, Choice choice, Reply reply) {
        var outcome = chosen(expected, choice, reply);
        var certain =
                outcome instanceof ChoiceReading.Outcome.Chosen(_, _, var rule)
                        && ChoiceReading.isCertain(rule);
        return (certain ? choice(reply, outcome) : Optional.<Interpretation>empty())
                .or(() -> PassingReading.read(reply))
                .or(() -> EarlierReading.corrected(expected, reply))
                .or(() -> choice(reply, outcome))
                .orElseGet(() -> noAnswer(expected, reply));
    }

    /**
     * "2, rappelez-moi": an answer that stands apart from a request is taken with it; else the
     * request is all.
     */
    Interpretation withAnswer(Expectation.Answer expected, Reply reply, Interpretation aside) {
        if (!(aside.reading() instanceof Reading.PersonWanted
                || aside.reading() instanceof Reading.PrivacyAsked)) {
            return aside;
        }
        return answer(expected, reply)
                .filter(answer ->
                        answer.span().end() <= aside.span().start()
                                || aside.span().end() <= answer.span().start())
                .map(answer -> answer.with((Reading.Aside) aside.reading()))
                .orElse(aside);
    }

    /** By the grammar of a closed question alone. */
    private Optional<Interpretation> answer(Expectation.Answer expected, Reply reply) {
        return switch (expected.question()) {
            case YesNo _ -> yesNo(expected, reply);
            case Choice choice -> choice(reply, chosen(expected, choice, reply));
            case Scale scale -> scale(expected, scale, reply);
            case Amount amount -> amount(expected, amount, reply);
            case OpenEnded _ -> Optional.empty();
        };
    }

    Interpretation read(Expectation.Answer expected, Reply reply) {
        return switch (expected.question()) {
            case YesNo _ ->
                    yesNo(expected, reply)
                            .or(() -> PassingReading.read(reply))
                            .or(() -> EarlierReading.corrected(expected, reply))
                            .orElseGet(() -> noAnswer(expected, reply));
            case Choice choice -> choice(expected, choice, reply);
            case Scale scale ->
                    PassingReading.read(reply)
                            .or(() -> scale(expected, scale, reply))
                            .or(() -> EarlierReading.corrected(expected, reply))
                            .orElseGet(() -> noAnswer(expected, reply));
            case Amount amount ->
                    PassingReading.read(reply)
                            .or(() -> amount(expected, amount, reply))
                            .or(() -> EarlierReading.corrected(expected, reply))
                            .orElseGet(() -> noAnswer(expected, reply));
            case OpenEnded _ ->
                    PassingReading.read(reply)
                            .or(() -> EarlierReading.corrected(expected, reply))
                            .or(() -> EarlierReading.secondNumber(expected, reply))
                            .orElseGet(() -> ownWords(reply));
        };
    }

    private Optional<Interpretation> yesNo(Expectation.Answer expected, Reply reply) {
        return YesNoReading.read(reply, expected.locale().getLanguage())
                .map(found ->
                        new Interpretation(
                                new Reading.SaidYesOrNo(found.yes(), found.comment()),
                                found.yes() ? "yes-no.yes" : "yes-no.no",
                                found.span()));
    }

    private ChoiceReading.Outcome chosen(Expectation.Answer expected, Choice choice, Reply reply) {
        var choices = grammar(expected).choices();
        var language = expected.locale().getLanguage();
        return choice.several()
                ? ChoiceReading.several(reply, choices, language)
                : ChoiceReading.single(reply, choices, language);
    }

    private static Optional<Interpretation> choice(Reply reply, ChoiceReading.Outcome outcome) {
        return switch (outcome) {
            case ChoiceReading.Outcome.Chosen(var ids, var span, var rule) ->
                    Optional.of(
                            new Interpretation(
                                    new Reading.Chosen(ids.stream().map(OptionId::new).toList()),
                                    rule,
                                    span));
            case ChoiceReading.Outcome.Ambiguous _ ->
                    Optional.of(
                            new Interpretation(
                                    new Reading.Ambiguous(), "choice.ambiguous", reply.span()));
            case ChoiceReading.Outcome.None _ -> Optional.empty();
        };
    }

    /** A label before a number: "très insatisfait" holds a Spanish three. */
    private Optional<Interpretation> scale(Expectation.Answer expected, Scale scale, Reply reply) {
        return label(expected, scale, reply)
                .or(() -> number(expected, scale, reply))
                .or(() -> extreme(scale, reply));
    }

    private Optional<Interpretation> label(Expectation.Answer expected, Scale scale, Reply reply) {
        return grammar(expected)
                .label(reply)
                .filter(found -> scale.holds(found.value()))
                .map(found ->
                        new Interpretation(
                                new Reading.Rated(found.value(), Optional.empty()),
                                "scale.label",
                                found.span()));
    }

    private static Optional<Interpretation> number(
            Expectation.Answer expected, Scale scale, Reply reply) {
        return ScaleReading.read(reply, scale.low(), scale.high(), expected.locale().getLanguage())
                .map(found ->
                        new Interpretation(
                                new Reading.Rated(found.value(), Comments.of(reply, found)),
                                found.rule(),
                                found.span()));
    }

    private static Optional<Interpretation> extreme(Scale scale, Reply reply) {
        var value = ScaleLabels.extreme(reply, scale.low(), scale.high());
        return value.isPresent()
                ? Optional.of(
                        new Interpretation(
                                new Reading.Rated(value.getAsInt(), Optional.empty()),
                                "scale.extreme",
                                reply.span()))
                : Optional.empty();
    }

    private Optional<Interpretation> amount(
            Expectation.Answer expected, Amount amount, Reply reply) {
        var limits =
                new AmountReading.Limits(
                        amount.low(), amount.high(), amount.decimals(), grammar(expected).units());
        return AmountReading.read(reply, limits, expected.locale().getLanguage())
                .map(found ->
                        new Interpretation(
                                new Reading.Amounted(found.value(), found.comment()),
                                "amount.number",
                                found.span()));
    }

    private static Interpretation ownWords(Reply reply) {
        return reply.span().start() == reply.span().end()
                ? new Interpretation(new Reading.Unclear(), "open.empty", reply.span())
                : new Interpretation(new Reading.Said(), "open.words", reply.span());
    }

    /** Further words to an answer, unless they are nothing but courtesy, which adds nothing. */
    static Interpretation more(Reply reply) {
        return Comments.isCourtesy(reply) && !reply.hasDigits()
                ? new Interpretation(new Reading.SaidMore(), "more.courtesy", new Span(0, 0))
                : new Interpretation(new Reading.SaidMore(), "more.words", reply.span());
    }

    private static Interpretation noAnswer(Expectation.Answer expected, Reply reply) {
        return AsideReading.last(reply)
                .orElseGet(() ->
                        isComment(expected, reply)
                                ? new Interpretation(
                                        new Reading.Commented(), "comment", reply.span())
                                : new Interpretation(
                                        new Reading.Unclear(),
                                        rule(expected) + ".unclear",
                                        reply.span()));
    }

    /** A number that could not be placed makes the reply a failed answer, not a comment. */
    private static boolean isComment(Expectation.Answer expected, Reply reply) {
        var language = expected.locale().getLanguage();
        return Comments.isComment(reply)
                && switch (expected.question()) {
                    case Scale scale ->
                            !ScaleReading.hasNumber(reply, scale.low(), scale.high(), language);
                    case YesNo _, Choice _, Amount _ -> !reply.hasDigits();
                    case OpenEnded _ -> false;
                };
    }

    private static String rule(Expectation.Answer expected) {
        return switch (expected.question()) {
            case Scale _ -> "scale";
            case YesNo _ -> "yes-no";
            case Choice _ -> "choice";
            case Amount _ -> "amount";
            case OpenEnded _ -> "open";
        };
    }

    private AnswerGrammar grammar(Expectation.Answer expected) {
        return grammars.of(expected.survey().key(), expected.question().id(), expected.locale());
    }
}
