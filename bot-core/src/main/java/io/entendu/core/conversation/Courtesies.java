package io.entendu.core.conversation;

import io.entendu.core.conversation.Effect.Say;
import io.entendu.core.conversation.Prompt.Beside.Matter;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Respondent;
import java.time.Instant;
import java.util.Optional;

/** What is said to somebody who asks for something instead of answering. */
final class Courtesies {

    private Courtesies() {}

    static Matter matter(Reading.Aside aside) {
        return switch (aside) {
            case Reading.InEmergency _ -> Matter.EMERGENCY;
            case Reading.PersonWanted _ -> Matter.PERSON;
            case Reading.Postponed _ -> Matter.LATER;
            case Reading.PrivacyAsked(var topic) ->
                    switch (topic) {
                        case WHO -> Matter.WHO;
                        case SOURCE -> Matter.SOURCE;
                        case DELETION -> Matter.DELETION;
                    };
        };
    }

    static Optional<Request> request(Matter matter) {
        return switch (matter) {
            case EMERGENCY -> Optional.of(Request.EMERGENCY);
            case PERSON -> Optional.of(Request.PERSON);
            case DELETION -> Optional.of(Request.DELETION);
            case WHO, SOURCE, LATER -> Optional.empty();
        };
    }

    /** With the request noted, where there is one. */
    static Conversation noted(Conversation conversation, Matter matter) {
        return request(matter)
                .map(request -> conversation.with(conversation.beside().asked(request)))
                .orElse(conversation);
    }

    /** Within a conversation: said, noted, and the open question stays open. */
    static Outcome inConversation(Step step, Reading.Aside aside) {
        var matter = matter(aside);
        var noted = step.with(noted(step.turn(), matter));
        return say(
                noted, new Prompt.Beside(matter), MessageClass.NOTICE, matter == Matter.EMERGENCY);
    }

    static Outcome help(Step step) {
        return say(step, new Prompt.Help(), MessageClass.HELP, false);
    }

    /**
     * Said, unless enough was said to what may be a machine. A turn drops an invitation that is
     * still to be sent, so that is owed anew.
     */
    private static Outcome say(
            Step step, Prompt prompt, MessageClass messageClass, boolean whateverWasSaid) {
        var turn = step.turn();
        var due = stillToBeAsked(step.now(), turn, step.at());
        var silent = whateverWasSaid ? turn.beside().isSpent() : turn.beside().isTired();
        var said =
                silent
                        ? step
                        : step.with(turn.with(turn.beside().courteous()))
                                .and(new Say(prompt, messageClass, Optional.empty()));
        return due.map(when ->
                        said.and(ConsentTalk.ask(Prompt.Occasion.FIRST, Optional.of(when)))
                                .and(new Effect.ArmExpiry(when.plus(step.survey().patience())))
                                .outcome())
                .orElseGet(said::waiting);
    }

    /**
     * When the consent question of a delayed invitation is due; empty once it is. Nobody says yes
     * to what they were not asked.
     */
    static Optional<Instant> stillToBeAsked(Respondent now, Conversation turn, Instant at) {
        var invitations = now.history().invitations();
        return turn.phase() == Phase.INVITED && !invitations.isEmpty()
                ? Optional.of(invitations.getLast()).filter(at::isBefore)
                : Optional.empty();
    }

    /** What was asked for in the same message as the answer is noted, and said before the rest. */
    static Outcome besides(Step step, Outcome outcome) {
        var asked = step.heard().beside().map(Courtesies::matter);
        var answered = outcome.next().conversation();
        if (asked.isEmpty() || answered.isEmpty() || outcome.conversation() == 0) {
            return outcome;
        }
        var noted = outcome.next().with(noted(answered.get(), asked.get()));
        return new Outcome(noted, outcome.conversation(), outcome.effects(), outcome.decision())
                .first(
                        new Say(
                                new Prompt.Beside(asked.get()),
                                MessageClass.NOTICE,
                                Optional.empty()));
    }

    /** Offers the other language in which the person has now written often enough. */
    static Outcome offered(Step step, Outcome outcome) {
        var after = outcome.next().live().map(Conversation::beside);
        var offer =
                after.filter(beside -> beside.timesInIt() == Beside.OFFERED_AFTER)
                        .filter(beside -> step.heard().language().isPresent())
                        .flatMap(Beside::otherLanguage)
                        .filter(step.survey()::speaks);
        if (offer.isEmpty() || outcome.conversation() == 0) {
            return outcome;
        }
        return outcome.first(
                new Say(
                        new Prompt.OfferLanguage(step.survey().nearest(offer.get())),
                        MessageClass.NOTICE,
                        Optional.empty()));
    }
}
