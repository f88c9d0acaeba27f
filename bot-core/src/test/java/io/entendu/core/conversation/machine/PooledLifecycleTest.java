package io.entendu.core.conversation.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.machine.LifecycleTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The machine against the table, for every phase and every trigger. */
class PooledLifecycleTest {

    private static final PooledLifecycle LIFECYCLE = new PooledLifecycle();

    @ParameterizedTest
    @MethodSource("pairs")
    void theMachineDoesWhatTheTableSays(Phase phase, Trigger trigger, Optional<Phase> expected) {
        assertThat(next(phase, trigger)).isEqualTo(expected);
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
    void anIllegalTriggerLeavesThePoolUsable() {
        var lifecycle = new PooledLifecycle();
        for (var i = 0; i < 200; i++) {
            assertThatExceptionOfType(IllegalTransitionException.class)
                    .isThrownBy(() -> lifecycle.next(Phase.COMPLETED, Trigger.CONSENT))
                    .withMessage("no transition from COMPLETED on CONSENT");
            assertThat(lifecycle.next(Phase.INVITED, Trigger.CONSENT)).isEqualTo(Phase.ASKING);
        }
    }

    @Test
    void manyThreadsAtOnceAreAnsweredLikeOne() throws InterruptedException, ExecutionException {
        var lifecycle = new PooledLifecycle();
        var calls = new ArrayList<Callable<List<Optional<Phase>>>>();
        for (var thread = 0; thread < 60; thread++) {
            calls.add(() -> answers(lifecycle));
        }
        var expected = phasesAndTriggers().map(pair -> expected(pair.from(), pair.on())).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Optional<Phase>>> answers : threads.invokeAll(calls)) {
                assertThat(answers.get()).isEqualTo(expected);
            }
        }
    }

    private static List<Optional<Phase>> answers(PooledLifecycle lifecycle) {
        return phasesAndTriggers().map(pair -> next(lifecycle, pair.from(), pair.on())).toList();
    }

    private static Optional<Phase> next(Phase phase, Trigger trigger) {
        return next(LIFECYCLE, phase, trigger);
    }

    private static Optional<Phase> next(PooledLifecycle lifecycle, Phase phase, Trigger trigger) {
        try {
            return Optional.of(lifecycle.next(phase, trigger));
        } catch (IllegalTransitionException _) {
            return Optional.empty();
        }
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
