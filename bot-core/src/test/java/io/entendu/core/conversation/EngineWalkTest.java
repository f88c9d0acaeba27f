package io.entendu.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Effect.ArmExpiry;
import io.entendu.core.conversation.Effect.Classify;
import io.entendu.core.conversation.Effect.Count;
import io.entendu.core.conversation.Effect.Disarm;
import io.entendu.core.conversation.Effect.RecordConsent;
import io.entendu.core.conversation.Effect.Say;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.survey.Survey;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Long lives at random: the engine has an outcome for everything, and what it promises holds after
 * each step.
 */
class EngineWalkTest {

    /** Of each life; more than 20,000 in all. */
    private static final int STEPS = 7_000;

    @ParameterizedTest
    @MethodSource
    void whateverHappensTheInvariantsHold(long seed, Survey survey, ContactPolicy policy) {
        var engine = new Engine(new TableLifecycle(), policy);
        var life = new RandomLife(seed, survey);
        var watch = new Watch();
        var person = People.stranger();
        for (var step = 0; step < STEPS; step++) {
            var event = life.next(person);
            var outcome = engine.advance(Optional.of(survey), person, event);

            assertThat(engine.advance(Optional.of(survey), person, event)).isEqualTo(outcome);
            watch.after(person, event, outcome);
            person = outcome.next();
        }

        watch.sawEverything();
    }

    static Stream<Arguments> whateverHappensTheInvariantsHold() {
        return Stream.of(
                argumentSet("a short survey without caps", 1L, People.SURVEY, People.NO_CAPS),
                argumentSet("a long survey without caps", 2L, People.LONG_SURVEY, People.NO_CAPS),
                argumentSet(
                        "a long survey with the strict policy",
                        3L,
                        People.LONG_SURVEY,
                        ContactPolicy.STRICT));
    }

    private record Moment(int conversation, int turn) {}

    /** What must be remembered from step to step to see a promise broken. */
    private static final class Watch {

        private final Set<Integer> consented = new HashSet<>();

        /** What the counts of each conversation come to: how often each value was given. */
        private final Map<Integer, Map<Integer, Integer>> counted = new HashMap<>();

        private final Set<Phase> phases = EnumSet.noneOf(Phase.class);
        private final Set<Disposition> dispositions = EnumSet.noneOf(Disposition.class);
        private Optional<Moment> timer = Optional.empty();

        void after(Respondent before, ConversationEvent event, Outcome outcome) {
            var next = outcome.next();
            outcome.effects().forEach(effect -> effect(effect, outcome));
            next.conversation().ifPresent(conversation -> state(conversation, next));
            before.conversation()
                    .ifPresent(earlier -> onward(earlier, next.conversation().orElseThrow()));
            silence(before, outcome);
            assertThat(timer).as(() -> "after " + event).isEqualTo(next.live().map(Watch::moment));
        }

        private void effect(Effect effect, Outcome outcome) {
            var number = outcome.conversation();
            switch (effect) {
                case RecordConsent line -> {
                    if (line.kind() == ConsentEntry.Kind.GRANTED) {
                        consented.add(number);
                    }
                }
                case Say say -> {
                    if (say.messageClass() == MessageClass.QUESTION) {
                        assertThat(consented).contains(number);
                        assertThat(say.prompt()).isInstanceOf(Prompt.Ask.class);
                    } else {
                        assertThat(say.prompt()).isNotInstanceOf(Prompt.Ask.class);
                    }
                }
                case Count count -> {
                    counted.computeIfAbsent(number, _ -> new HashMap<>())
                            .merge(count.value(), count.delta(), Integer::sum);
                    counted.get(number).values().removeIf(sum -> sum == 0);
                }
                case Classify job ->
                        assertThat(
                                        outcome.next()
                                                .conversation()
                                                .orElseThrow()
                                                .answer(job.question()))
                                .get()
                                .isInstanceOf(Answer.Verbatim.class);
                case ArmExpiry _ -> timer = outcome.next().conversation().map(Watch::moment);
                case Disarm _ -> timer = Optional.empty();
            }
        }

        private void state(Conversation conversation, Respondent person) {
            phases.add(conversation.phase());
            dispositions.add(conversation.disposition());
            assertThat(conversation.phase()).isNotEqualTo(Phase.NEW);
            assertThat(conversation.number()).isEqualTo(person.conversations());
            assertThat(conversation.asking().isPresent())
                    .isEqualTo(conversation.phase() == Phase.ASKING);
            assertThat(conversation.endedAt().isPresent()).isEqualTo(conversation.phase().isEnd());
            assertThat(conversation.disposition() != Disposition.IN_PROGRESS)
                    .isEqualTo(conversation.phase().isEnd());
            assertThat(conversation.answers().stream().map(Answer::question))
                    .doesNotHaveDuplicates();
            assertThat(
                            conversation.answers().isEmpty()
                                    || consented.contains(conversation.number()))
                    .isTrue();
            assertThat(counted.getOrDefault(conversation.number(), Map.of()))
                    .as("each rating counts once")
                    .isEqualTo(
                            conversation
                                    .answer(People.SCORE)
                                    .filter(Answer.Rating.class::isInstance)
                                    .map(a -> Map.of(((Answer.Rating) a).value(), 1))
                                    .orElse(Map.of()));
        }

        private static void onward(Conversation earlier, Conversation later) {
            assertThat(later.number()).isBetween(earlier.number(), earlier.number() + 1);
            if (later.number() > earlier.number()) {
                assertThat(earlier.phase().isEnd()).isTrue();
                assertThat(later.turn()).isEqualTo(1);
                return;
            }
            assertThat(later.turn()).isBetween(earlier.turn(), earlier.turn() + 1);
            if (earlier.phase().isEnd()) {
                assertThat(later.phase()).isEqualTo(earlier.phase());
                assertThat(later.disposition()).isEqualTo(earlier.disposition());
                assertThat(later.endedAt()).isEqualTo(earlier.endedAt());
            }
        }

        private static void silence(Respondent before, Outcome outcome) {
            if (!outcome.next().isSuppressed()) {
                return;
            }
            assertThat(outcome.next().live()).isEmpty();
            if (before.isSuppressed()) {
                assertThat(outcome.said()).isEmpty();
            } else {
                assertThat(outcome.said())
                        .isSubsetOf(new Prompt.ConfirmOptOut(), new Prompt.RegretWrongNumber())
                        .hasSizeLessThanOrEqualTo(1);
            }
        }

        private static Moment moment(Conversation conversation) {
            return new Moment(conversation.number(), conversation.turn());
        }

        void sawEverything() {
            assertThat(phases).isEqualTo(EnumSet.complementOf(EnumSet.of(Phase.NEW)));
            assertThat(dispositions)
                    .contains(
                            Disposition.COMPLETE,
                            Disposition.BREAK_OFF,
                            Disposition.REFUSED,
                            Disposition.OPTED_OUT,
                            Disposition.EXPIRED,
                            Disposition.UNREACHABLE,
                            Disposition.PARTIAL);
        }
    }
}
