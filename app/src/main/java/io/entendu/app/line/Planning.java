package io.entendu.app.line;

import io.entendu.core.channel.Channel;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationEvent;
import io.entendu.core.conversation.ConversationEvent.FollowedLink;
import io.entendu.core.conversation.ConversationEvent.Invited;
import io.entendu.core.conversation.ConversationEvent.Replied;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.Effect;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.Outcome;
import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.TextId;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.Versioned;
import io.entendu.core.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns an outcome into everything that one commit writes. */
public final class Planning {

    /** What the consent is for; other purposes are asked for apart. */
    private static final String PURPOSE = "survey";

    private static final int SECOND_TURN = 2;

    private final Wording wording;
    private final Respondents respondents;

    public Planning(Wording wording, Respondents respondents) {
        this.wording = wording;
        this.respondents = respondents;
    }

    Commit plan(
            Versioned read,
            Outcome outcome,
            ConversationEvent event,
            Optional<InboxEntry> cause,
            Optional<Commit.Job> done) {
        var plan = new Plan(read, outcome, event, cause, done);
        for (var effect : outcome.effects()) {
            plan.add(effect);
        }
        return plan.commit();
    }

    /**
     * Where and how something is said: by the conversation if there is one, else as the event came.
     */
    private record Manner(
            Channel channel, Locale locale, int conversation, Map<String, String> variables) {}

    private final class Plan {

        private final Versioned read;
        private final Outcome outcome;
        private final ConversationEvent event;
        private final Optional<InboxEntry> cause;
        private final Optional<Commit.Job> done;
        private final Optional<Conversation> conversation;
        private final List<ConsentEntry> ledger = new ArrayList<>();
        private final List<OutboxEntry> say = new ArrayList<>();
        private final List<Effect.Count> counts = new ArrayList<>();
        private final List<Commit.Job> jobs = new ArrayList<>();
        private Optional<Effect> expiry = Optional.empty();

        Plan(
                Versioned read,
                Outcome outcome,
                ConversationEvent event,
                Optional<InboxEntry> cause,
                Optional<Commit.Job> done) {
            this.read = read;
            this.outcome = outcome;
            this.event = event;
            this.cause = cause;
            this.done = done;
            this.conversation =
                    outcome.next().conversation().filter(c -> c.number() == outcome.conversation());
        }

        void add(Effect effect) {
            switch (effect) {
                case Effect.Say owed -> say.add(entry(owed));
                case Effect.RecordConsent record -> ledger.add(line(record));
                case Effect.Count count -> counts.add(count);
                case Effect.ArmExpiry _, Effect.Disarm _ -> expiry = Optional.of(effect);
                case Effect.Classify classify ->
                        jobs.add(
                                new Commit.Job(
                                        new ConversationId(
                                                outcome.next().id(), outcome.conversation()),
                                        classify.question(),
                                        classify.revision()));
            }
        }

        Commit commit() {
            return new Commit(
                    read,
                    cause,
                    outcome.next(),
                    conversation.map(
                            c -> new LogEntry(c.number(), c.turn(), event, outcome.said())),
                    text(),
                    ledger,
                    say,
                    counts,
                    expiry,
                    jobs,
                    done);
        }

        private OutboxEntry entry(Effect.Say owed) {
            var manner = manner();
            var scope =
                    conversation
                            .map(c -> c.number() + "." + c.turn())
                            .orElseGet(() -> "0." + (read.version() + 1));
            return new OutboxEntry(
                    scope + "." + say.size(),
                    owed.messageClass(),
                    owed.prompt(),
                    manner.conversation(),
                    conversation.map(Conversation::turn).orElse(0),
                    conversation.map(Conversation::survey),
                    manner.locale(),
                    manner.channel(),
                    manner.variables(),
                    owed.notBefore().orElse(read.readAt()),
                    event instanceof Invited);
        }

        private ConsentEntry line(Effect.RecordConsent record) {
            var manner = manner();
            var words =
                    record.asked()
                            .map(this::reallyAsked)
                            .map(asked ->
                                    wording.word(
                                                    asked,
                                                    conversation.map(Conversation::survey),
                                                    manner.locale(),
                                                    manner.channel(),
                                                    manner.conversation(),
                                                    manner.variables())
                                            .text())
                            .orElse("");
            return new ConsentEntry(
                    record.kind(),
                    manner.conversation(),
                    conversation.map(Conversation::survey),
                    manner.locale(),
                    words,
                    cause.map(c -> Listening.words(c.message().content())).orElse(""),
                    cause.map(c -> c.message().id()).orElse(""),
                    manner.channel(),
                    event.at(),
                    PURPOSE);
        }

        /**
         * The consent question in the wording that was said last. In the second turn that was the
         * first wording; later the log tells, because the question may have been repeated, or asked
         * again for another reason.
         */
        private Prompt reallyAsked(Prompt asked) {
            if (!(asked instanceof Prompt.RequestConsent)
                    || conversation.map(Conversation::turn).orElse(0) <= SECOND_TURN) {
                return asked;
            }
            return respondents.log(outcome.next().id(), outcome.conversation()).reversed().stream()
                    .flatMap(entry -> entry.said().reversed().stream())
                    .filter(Prompt.RequestConsent.class::isInstance)
                    .findFirst()
                    .orElse(asked);
        }

        /** Words are kept once consent was given, and an opt-out is never among them. */
        private Optional<Commit.KeptText> text() {
            var consented =
                    read.respondent()
                            .conversation()
                            .filter(c -> c.phase() == Phase.ASKING || c.phase() == Phase.COMPLETED)
                            .isPresent();
            if (!consented || conversation.isEmpty() || isOptOut()) {
                return Optional.empty();
            }
            return cause.map(c -> Listening.words(c.message().content()))
                    .filter(words -> !words.isBlank())
                    .map(words ->
                            new Commit.KeptText(
                                    new TextId(
                                            conversation.get().number(), conversation.get().turn()),
                                    words));
        }

        private boolean isOptOut() {
            return ledger.stream().anyMatch(l -> l.kind() == ConsentEntry.Kind.WITHDRAWN);
        }

        private Manner manner() {
            var locale = conversation.map(Conversation::locale);
            var number = outcome.conversation();
            var variables = conversation.map(c -> c.context().variables()).orElse(Map.of());
            return switch (event) {
                case Replied replied ->
                        new Manner(
                                replied.channel(),
                                locale.orElse(replied.locale()),
                                number,
                                variables);
                case ConversationEvent.Edited edited ->
                        new Manner(
                                edited.channel(),
                                locale.orElse(edited.locale()),
                                number,
                                variables);
                case FollowedLink followed ->
                        new Manner(
                                followed.channel(),
                                locale.orElse(followed.locale()),
                                number,
                                variables);
                case Invited invited ->
                        new Manner(
                                invited.invitation().channel(),
                                locale.orElse(invited.locale()),
                                number,
                                variables);
                case ConversationEvent.Withdrawn withdrawn ->
                        new Manner(
                                withdrawn.channel(), locale.orElse(Locale.ROOT), number, variables);
                case ConversationEvent.WentQuiet _,
                        ConversationEvent.Classified _,
                        ConversationEvent.SendFailed _ ->
                        new Manner(
                                conversation.orElseThrow().channel(),
                                locale.orElseThrow(),
                                number,
                                variables);
            };
        }
    }
}
