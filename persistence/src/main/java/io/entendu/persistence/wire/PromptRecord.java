package io.entendu.persistence.wire;

import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.survey.QuestionId;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A prompt.
 *
 * @param k its kind
 * @param o the occasion, the matter or the language
 * @param q the question
 * @param e the rating to repeat
 */
record PromptRecord(String k, @Nullable String o, @Nullable String q, @Nullable Integer e)
        implements Written {

    static PromptRecord of(Prompt prompt) {
        return switch (prompt) {
            case Prompt.RequestConsent(var occasion) ->
                    new PromptRecord("consent", occasion.name(), null, null);
            case Prompt.Ask(var question, var occasion, var echo) ->
                    new PromptRecord(
                            "ask",
                            occasion.name(),
                            question.value(),
                            echo.isPresent() ? (Integer) echo.getAsInt() : null);
            case Prompt.Thank() -> bare("thank");
            case Prompt.AcceptRefusal() -> bare("accept_refusal");
            case Prompt.LetGo() -> bare("let_go");
            case Prompt.ConfirmOptOut() -> bare("confirm_opt_out");
            case Prompt.ConfirmOptIn() -> bare("confirm_opt_in");
            case Prompt.Help() -> bare("help");
            case Prompt.Orient() -> bare("orient");
            case Prompt.LinkSpent() -> bare("link_spent");
            case Prompt.RegretWrongNumber() -> bare("wrong_number");
            case Prompt.OfferLanguage(var language) ->
                    new PromptRecord("language", language.toLanguageTag(), null, null);
            case Prompt.Beside(var matter) -> new PromptRecord("beside", matter.name(), null, null);
        };
    }

    private static PromptRecord bare(String kind) {
        return new PromptRecord(kind, null, null, null);
    }

    @Override
    public void write(Fields json) {
        json.add("k", k);
        json.add("o", o);
        json.add("q", q);
        json.add("e", e);
    }

    Prompt prompt() {
        return switch (k) {
            case "consent" -> new Prompt.RequestConsent(occasion());
            case "ask" ->
                    new Prompt.Ask(
                            new QuestionId(Json.required(q)),
                            occasion(),
                            e == null ? OptionalInt.empty() : OptionalInt.of(e));
            case "thank" -> new Prompt.Thank();
            case "accept_refusal" -> new Prompt.AcceptRefusal();
            case "let_go" -> new Prompt.LetGo();
            case "confirm_opt_out" -> new Prompt.ConfirmOptOut();
            case "confirm_opt_in" -> new Prompt.ConfirmOptIn();
            case "help" -> new Prompt.Help();
            case "orient" -> new Prompt.Orient();
            case "link_spent" -> new Prompt.LinkSpent();
            case "wrong_number" -> new Prompt.RegretWrongNumber();
            case "language" -> new Prompt.OfferLanguage(Locale.forLanguageTag(Json.required(o)));
            case "beside" -> new Prompt.Beside(Prompt.Beside.Matter.valueOf(Json.required(o)));
            default -> throw Json.unknown(k);
        };
    }

    private Occasion occasion() {
        return Occasion.valueOf(Json.required(o));
    }
}
