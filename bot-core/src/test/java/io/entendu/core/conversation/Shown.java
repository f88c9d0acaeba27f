package io.entendu.core.conversation;

import java.util.List;
import java.util.stream.Collectors;

/** Effects in a few words, so that a table of them can be read. */
final class Shown {

    private Shown() {}

    /** In order; {@code nothing} when there are none. */
    static String effects(List<Effect> effects) {
        return effects.isEmpty()
                ? "nothing"
                : effects.stream().map(Shown::effect).collect(Collectors.joining(", "));
    }

    private static String effect(Effect effect) {
        return switch (effect) {
            case Effect.Say say ->
                    prompt(say.prompt())
                            + say.notBefore()
                                    .filter(People.NOW::isBefore)
                                    .map(_ -> " later")
                                    .orElse("");
            case Effect.RecordConsent consent -> consent.kind().name();
            case Effect.Count count ->
                    "count " + count.question() + "=" + count.value() + " by " + count.delta();
            case Effect.ArmExpiry _ -> "arm";
            case Effect.Disarm _ -> "disarm";
            case Effect.Classify classify ->
                    "classify " + classify.question() + " " + classify.revision();
        };
    }

    private static String prompt(Prompt prompt) {
        return switch (prompt) {
            case Prompt.RequestConsent(var occasion) -> "may we? " + occasion;
            case Prompt.Ask(var question, var occasion, var echo) ->
                    question
                            + "? "
                            + occasion
                            + (echo.isPresent() ? " after " + echo.getAsInt() : "");
            case Prompt.Thank _ -> "thank";
            case Prompt.AcceptRefusal _ -> "accept refusal";
            case Prompt.LetGo _ -> "let go";
            case Prompt.ConfirmOptOut _ -> "confirm opt-out";
            case Prompt.ConfirmOptIn _ -> "confirm opt-in";
            case Prompt.Help _ -> "help";
            case Prompt.Orient _ -> "orient";
            case Prompt.LinkSpent _ -> "link spent";
            case Prompt.RegretWrongNumber _ -> "regret wrong number";
            case Prompt.OfferLanguage(var language) -> "offer " + language;
            case Prompt.Beside(var matter) -> "beside " + matter;
        };
    }
}
