package io.entendu.core.conversation;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.SendResult;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.text.Span;
import java.time.Instant;
import java.util.Locale;

/** Something that happened. Past tense, immutable, and the engine's only input. */
public sealed interface ConversationEvent {

    Instant at();

    /**
     * A person wrote, or pressed a button.
     *
     * @param locale the language the channel or the number suggests
     */
    record Replied(
            Channel channel,
            String messageId,
            Locale locale,
            Interpretation interpretation,
            Instant at)
            implements ConversationEvent {}

    /**
     * A person changed a message by which a question of the live conversation was answered.
     *
     * @param question the one it answered
     * @param original where the words of the message lie
     * @param interpretation what the new words mean as an answer to that question
     */
    record Edited(
            Channel channel,
            String messageId,
            Locale locale,
            QuestionId question,
            TextId original,
            Interpretation interpretation,
            Instant at)
            implements ConversationEvent {

        /** As if it had been written anew. */
        Replied asReply() {
            return new Replied(channel, messageId, locale, interpretation, at);
        }
    }

    /** A person followed the link of an invitation that is theirs. */
    record FollowedLink(
            Channel channel, String messageId, Locale locale, Invitation invitation, Instant at)
            implements ConversationEvent {

        /** What there is to read: the link itself. */
        Interpretation asHeard() {
            return new Interpretation(
                    new Reading.Redeemed(invitation.id().value()),
                    "start.invitation",
                    new Span(0, 0));
        }
    }

    /**
     * Staff or a CRM wished to invite a person.
     *
     * @param locale the invitation's, else what the number suggests
     * @param templateReady whether the channel has an approved text with which it may open a
     *     conversation
     */
    record Invited(Invitation invitation, Locale locale, boolean templateReady, Instant at)
            implements ConversationEvent {}

    /**
     * Nothing moved the conversation within the survey's patience; stale when its turn has passed.
     */
    record WentQuiet(int conversation, int turn, Instant at) implements ConversationEvent {}

    /** A verbatim was analysed; stale when the answer has been corrected since. */
    record Classified(
            int conversation, QuestionId question, int revision, Analysis analysis, Instant at)
            implements ConversationEvent {}

    /**
     * A provider will not deliver to this person.
     *
     * @param turn whose message it was; stale when that has passed, unless the person opted out; 0
     *     where nobody knows
     */
    record SendFailed(
            int conversation, int turn, Channel channel, SendResult.Reason reason, Instant at)
            implements ConversationEvent {}

    /**
     * Staff wrote down that a person wants nothing more, as they said by letter or on the phone.
     *
     * @param channel of the person, for the ledger; every one falls silent
     */
    record Withdrawn(Channel channel, Instant at) implements ConversationEvent {}
}
