package io.entendu.core.conversation.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.machine.LifecycleTable.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachineEventResult.ResultType;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/** The machine against the table, for every phase and every trigger. */
class StatemachineLifecycleTest {

    private static final StatemachineLifecycle LIFECYCLE = new StatemachineLifecycle();

    @ParameterizedTest
    @MethodSource("pairs")
    void theMachineDoesWhatTheTableSays(Phase phase, Trigger trigger, Optional<Phase> expected) {
        assertThat(driven(phase, trigger)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatWasReadFromTheMachineIsWhatItDoes(
            Phase phase, Trigger trigger, Optional<Phase> expected) {
        assertThat(next(phase, trigger)).isEqualTo(driven(phase, trigger)).isEqualTo(expected);
    }

    @Test
    void everyPairIsMet() {
        assertThat(pairs()).hasSize(Phase.values().length * Trigger.values().length);
    }

    @Test
    void noPairHasTwoRows() {
        assertThat(LifecycleTable.ROWS).doesNotHaveDuplicates();
        assertThat(LifecycleTable.ROWS.stream().map(row -> List.of(row.from(), row.on())))
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingEndsThatHasNotBegun() {
        assertThat(LifecycleTable.ROWS)
                .filteredOn(row -> row.from() == Phase.NEW)
                .extracting(Row::to)
                .containsExactlyInAnyOrder(Phase.INVITED, Phase.CONSENTING);
    }

    @Test
    void noEndIsEverLeft() {
        assertThat(LifecycleTable.ROWS)
                .filteredOn(row -> row.from().isEnd())
                .allMatch(row -> row.to() == row.from());
    }

    @Test
    void questionsAreReachedThroughConsentOnly() {
        assertThat(LifecycleTable.ROWS)
                .filteredOn(row -> row.to() == Phase.ASKING && row.from() != Phase.ASKING)
                .extracting(Row::on)
                .containsOnly(Trigger.CONSENT);
    }

    @Test
    void optingOutIsPossibleFromThePhaseOnInWhichSomebodyWasWrittenTo() {
        for (var phase : Phase.values()) {
            assertThat(expected(phase, Trigger.OPT_OUT).isPresent())
                    .as(phase.name())
                    .isEqualTo(phase != Phase.NEW);
        }
    }

    @Test
    void anIllegalTriggerIsNamed() {
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> LIFECYCLE.next(Phase.COMPLETED, Trigger.CONSENT))
                .withMessage("no transition from COMPLETED on CONSENT");
    }

    private static Optional<Phase> next(Phase phase, Trigger trigger) {
        try {
            return Optional.of(LIFECYCLE.next(phase, trigger));
        } catch (IllegalTransitionException _) {
            return Optional.empty();
        }
    }

    /** Where the running machine goes; empty when it does not accept the trigger. */
    private static Optional<Phase> driven(Phase phase, Trigger trigger) {
        var machine = StatemachineLifecycle.machine();
        machine.startReactively().block();
        var context = new DefaultStateMachineContext<Phase, Trigger>(phase, null, null, null);
        machine.getStateMachineAccessor().withRegion().resetStateMachineReactively(context).block();
        var result =
                machine.sendEvent(Mono.just(MessageBuilder.withPayload(trigger).build()))
                        .blockLast();
        return Optional.ofNullable(result)
                .filter(r -> r.getResultType() == ResultType.ACCEPTED)
                .map(_ -> machine.getState().getId());
    }

    private static Optional<Phase> expected(Phase phase, Trigger trigger) {
        return LifecycleTable.ROWS.stream()
                .filter(row -> row.from() == phase && row.on() == trigger)
                .map(Row::to)
                .findFirst();
    }

    private record Pair(Phase from, Trigger on) {}

    private static Stream<Pair> phasesAndTriggers() {
        return Stream.of(Phase.values())
                .flatMap(phase ->
                        Stream.of(Trigger.values()).map(trigger -> new Pair(phase, trigger)));
    }

    static Stream<Arguments> pairs() {
        return phasesAndTriggers()
                .map(pair -> {
                    var expected = expected(pair.from(), pair.on());
                    var outcome = expected.map(to -> "leads to " + to).orElse("cannot happen");
                    return argumentSet(
                            pair.on() + " in " + pair.from() + " " + outcome,
                            pair.from(),
                            pair.on(),
                            expected);
                });
    }
}
