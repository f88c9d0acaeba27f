package io.entendu.core.conversation;

import io.entendu.core.invitation.Decision;
import io.entendu.core.respondent.Respondent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What follows from one event: the next state and the effects, in order. Nothing has been done yet.
 *
 * @param conversation the number of the conversation it belongs to; 0 for a person without one
 * @param decision what the membrane said, when the event was an invitation
 */
public record Outcome(
        Respondent next, int conversation, List<Effect> effects, Optional<Decision> decision) {

    public Outcome {
        effects = List.copyOf(effects);
    }

    static Outcome of(Respondent next, int conversation, Effect... effects) {
        return new Outcome(next, conversation, List.of(effects), Optional.empty());
    }

    /** With this effect before the others. */
    Outcome first(Effect effect) {
        return new Outcome(
                next,
                conversation,
                Stream.concat(Stream.of(effect), effects.stream()).toList(),
                decision);
    }

    /** What is to be said, in order. */
    public List<Prompt> said() {
        return effects.stream()
                .filter(Effect.Say.class::isInstance)
                .map(e -> ((Effect.Say) e).prompt())
                .toList();
    }
}
