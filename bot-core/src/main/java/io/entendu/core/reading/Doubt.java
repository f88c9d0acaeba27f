package io.entendu.core.reading;

import io.entendu.core.survey.Question;
import io.entendu.core.text.Span;
import java.util.Locale;

/**
 * A reply that the rules could make nothing of, and the open question that it may answer.
 *
 * @param question with a closed set of answers: anything but an open-ended one
 * @param asked the question in words, with the labels of its options
 * @param reply the words as they came
 * @param locale the language of the conversation
 */
public record Doubt(Question question, String asked, String reply, Locale locale) {

    public Doubt {
        if (question instanceof Question.OpenEnded) {
            throw new IllegalArgumentException(
                    "any words answer an open-ended question: " + question.id());
        }
    }

    /**
     * Whether a model may have meant this: an answer to this very question or its passing over,
     * with words of the reply to show for it. Consent, opt-outs and everything else that a reply
     * can be are for the rules alone.
     */
    public boolean admits(Interpretation said) {
        return said.rule().startsWith(LastResort.RULE)
                && isQuoted(said.span())
                && answers(said.reading());
    }

    private boolean isQuoted(Span span) {
        return span.end() <= reply.length() && !span.of(reply).isBlank();
    }

    private boolean answers(Reading reading) {
        return switch (reading) {
            case Reading.Rated(var value, _) ->
                    question instanceof Question.Scale scale && scale.holds(value);
            case Reading.SaidYesOrNo _ -> question instanceof Question.YesNo;
            case Reading.Chosen(var options) ->
                    question instanceof Question.Choice choice && choice.holds(options);
            case Reading.Amounted(var value, _) ->
                    question instanceof Question.Amount amount && amount.holds(value);
            case Reading.PassedOver(var why) ->
                    switch (why) {
                        case SKIPPED, DONT_KNOW, REFUSED -> true;
                        case NO_ANSWER -> false;
                    };
            case Reading.OptOut _,
                    Reading.OptIn _,
                    Reading.HelpWanted _,
                    Reading.Keyword _,
                    Reading.Opened _,
                    Reading.Redeemed _,
                    Reading.LanguageWanted _,
                    Reading.WrongNumber _,
                    Reading.OldButton _,
                    Reading.AutoReplied _,
                    Reading.Aside _,
                    Reading.Agreed _,
                    Reading.Declined _,
                    Reading.Said _,
                    Reading.SaidMore _,
                    Reading.Corrected _,
                    Reading.SecondNumber _,
                    Reading.Commented _,
                    Reading.Questioned _,
                    Reading.Abusive _,
                    Reading.Ambiguous _,
                    Reading.Unclear _,
                    Reading.Unreadable _ ->
                    false;
        };
    }

    /** Without the words. */
    @Override
    public String toString() {
        return "Doubt[" + question.id() + ", " + reply.length() + " characters]";
    }
}
