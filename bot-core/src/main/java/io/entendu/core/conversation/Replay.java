package io.entendu.core.conversation;

import io.entendu.core.conversation.ConversationEvent.Invited;
import io.entendu.core.conversation.ConversationEvent.Replied;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.ContactHistory;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.survey.Survey;
import java.util.List;
import java.util.Optional;

/**
 * Computes a conversation anew from its log, to explain it or to hold an engine against the past.
 *
 * <p>The log of a conversation does not know what happened to the person outside of it. What it
 * holds was let through by the membrane, and happened to somebody who was not suppressed at that
 * moment; that much is taken as given.
 */
public final class Replay {

    private static final RespondentId NOBODY = new RespondentId("0".repeat(26));

    private Replay() {}

    /**
     * The state after the last entry.
     *
     * @param survey the revision the conversation is on
     * @param log of one conversation from its beginning, oldest first, at least one entry
     * @throws IllegalStateException when this engine counts other turns than the one that wrote the
     *     log
     */
    public static Conversation of(Engine engine, Survey survey, List<LogEntry> log) {
        if (log.isEmpty()) {
            throw new IllegalArgumentException("a log has at least one entry");
        }
        var person = before(log.getFirst());
        for (var entry : log) {
            person = step(engine, survey, person, entry);
        }
        return person.conversation().orElseThrow();
    }

    private static Respondent before(LogEntry first) {
        return new Respondent(
                NOBODY,
                List.of(),
                Optional.empty(),
                ContactHistory.NONE,
                first.conversation() - 1,
                Optional.empty());
    }

    private static Respondent step(
            Engine engine, Survey survey, Respondent person, LogEntry entry) {
        var event = letThrough(entry.event());
        var next = engine.advance(Optional.of(survey), asItWas(person, event), event).next();
        var conversation = next.conversation();
        if (conversation.isEmpty()
                || conversation.get().number() != entry.conversation()
                || conversation.get().turn() != entry.turn()) {
            throw new IllegalStateException(
                    "turn " + entry.conversation() + "." + entry.turn() + " does not follow");
        }
        return next;
    }

    /**
     * Without a template the channel's window was open, of which the log of one conversation knows
     * nothing.
     */
    private static ConversationEvent letThrough(ConversationEvent event) {
        return event instanceof Invited(var invitation, var locale, _, var at)
                ? new Invited(invitation, locale, true, at)
                : event;
    }

    /**
     * Not suppressed any more unless the opt-out is said again; and told how things stand, so that
     * words go to the transcript.
     */
    private static Respondent asItWas(Respondent person, ConversationEvent event) {
        var known = person.with(person.history().orientedAt(event.at()));
        return event instanceof Replied replied
                        && replied.interpretation().reading() instanceof Reading.OptOut
                ? known
                : known.unsuppressed();
    }
}
