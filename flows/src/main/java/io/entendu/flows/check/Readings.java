package io.entendu.flows.check;

import io.entendu.core.reading.Reading;

/** Readings in words, for the author of a survey. */
final class Readings {

    private Readings() {}

    /** Whether the words mean the same everywhere, so that they cannot be an answer. */
    static boolean isGlobal(Reading reading) {
        return switch (reading) {
            case Reading.OptOut _,
                    Reading.OptIn _,
                    Reading.HelpWanted _,
                    Reading.Keyword _,
                    Reading.LanguageWanted _,
                    Reading.WrongNumber _,
                    Reading.Aside _,
                    Reading.PassedOver _ ->
                    true;
            case Reading.Opened _,
                    Reading.Redeemed _,
                    Reading.OldButton _,
                    Reading.AutoReplied _,
                    Reading.Answering _ ->
                    false;
        };
    }

    /** What it was taken for. */
    static String name(Reading reading) {
        return switch (reading) {
            case Reading.OptOut _ -> "an opt-out";
            case Reading.OptIn _ -> "START";
            case Reading.HelpWanted _ -> "HELP";
            case Reading.Keyword(var survey) -> "the keyword of " + survey;
            case Reading.LanguageWanted(var locale) -> "a wish for the language " + locale;
            case Reading.WrongNumber _ -> "a wrong number";
            case Reading.Aside _ -> "a request beside the question";
            case Reading.PassedOver _ -> "passing the question over";
            case Reading.Rated(var value, _) -> "the number " + value;
            case Reading.SaidYesOrNo(var yes, _) -> yes ? "yes" : "no";
            case Reading.Chosen(var options) -> "the choice of " + options;
            case Reading.Amounted(var value, _) -> "the amount " + value;
            case Reading.Ambiguous _ -> "two options alike";
            case Reading.Agreed _ -> "consent";
            case Reading.Declined _ -> "refusal";
            case Reading.Commented _ -> "a comment";
            case Reading.Questioned _ -> "a question to us";
            case Reading.Abusive _ -> "an insult";
            case Reading.AutoReplied _ -> "an automatic reply";
            case Reading.Opened _,
                    Reading.Redeemed _,
                    Reading.OldButton _,
                    Reading.Said _,
                    Reading.SaidMore _,
                    Reading.Corrected _,
                    Reading.SecondNumber _,
                    Reading.Unclear _,
                    Reading.Unreadable _ ->
                    "no answer";
        };
    }
}
