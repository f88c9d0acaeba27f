package io.entendu.core.conversation;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Effect.ArmExpiry;
import io.entendu.core.conversation.Effect.Say;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.policy.Membrane;
import io.entendu.core.survey.Survey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** The one reminder of a conversation, to somebody who has consented and fallen silent. */
final class Reminding {

    private Reminding() {}

    /** After how much silence the person is reminded; empty when they are not, or not any more. */
    static Optional<Duration> after(Survey survey, Conversation live) {
        return survey.conduct()
                .reminder()
                .filter(_ -> live.phase() == Phase.ASKING && !live.pace().reminded());
    }

    /** Asks what is open once more; where that is not possible any more, nothing is said. */
    static Outcome remind(Step step) {
        var reminded = step.with(step.turn().reminded());
        var said = isReachable(step) ? reminded.and(reminder(reminded)) : reminded;
        return said.and(new ArmExpiry(end(step))).outcome();
    }

    private static Say reminder(Step step) {
        return new Say(
                new Prompt.Ask(step.open().id(), Prompt.Occasion.REMINDED, OptionalInt.empty()),
                MessageClass.REMINDER,
                Optional.empty());
    }

    /** The whole patience counts from the last message, not from the reminder. */
    private static Instant end(Step step) {
        var survey = step.survey();
        return step.at().plus(survey.patience().minus(survey.conduct().reminder().orElseThrow()));
    }

    private static boolean isReachable(Step step) {
        return step.turn().channel() != Channel.WHATSAPP
                || Membrane.windowIsOpen(step.now(), step.at());
    }
}
