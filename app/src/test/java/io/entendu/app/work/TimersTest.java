package io.entendu.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Phase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimersTest {

    private static final Duration BEYOND_PATIENCE = Duration.ofDays(30);

    private final Outage house = new Outage();
    private final Outage.Instance instance = house.instance();

    private Timers timers(Outage.Instance of) {
        return timers(of, SendingGate.none());
    }

    private Timers timers(Outage.Instance of, SendingGate gate) {
        return new Timers(house.store.agenda(), of.line, gate, of.meters);
    }

    private static Address person(int number) {
        return new Address(Channel.SMS, "+336123%05d".formatted(number));
    }

    private List<Address> begun(int people) {
        var all = IntStream.range(0, people).mapToObj(TimersTest::person).toList();
        all.forEach(person -> instance.line.accept(house.message(person, "nps-after-call")));
        instance.isIdle();
        return all;
    }

    @Test
    void whatIsNotDueIsLeftAlone() throws InterruptedException {
        var people = begun(2);

        assertThat(timers(instance).round()).isFalse();

        assertThat(people)
                .allMatch(person -> house.conversation(person).phase() == Phase.CONSENTING);
    }

    @Test
    void manyThatAreDueAtOnceEachGoOffOnceWithTwoInstances()
            throws InterruptedException, ExecutionException {
        var people = begun(1200);
        house.waits(BEYOND_PATIENCE);
        var before = people.stream().map(house.store.respondents()::at).toList();
        var rounds = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> instanceOfItsOwn =
                    () -> {
                        var timers = timers(house.instance());
                        while (timers.round()) {
                            rounds.incrementAndGet();
                        }
                        return 0;
                    };
            for (var done : threads.invokeAll(List.of(instanceOfItsOwn, instanceOfItsOwn))) {
                done.get();
            }
        }

        assertThat(rounds.get()).as("batches in a row, without a pause").isGreaterThanOrEqualTo(4);
        for (var read : before) {
            var after = house.store.respondents().find(read.respondent().id()).orElseThrow();
            assertThat(after.respondent().conversation().orElseThrow().phase())
                    .isEqualTo(Phase.EXPIRED);
            assertThat(after.version()).isEqualTo(read.version() + 1);
        }
        assertThat(house.store.agenda().dueTimers(1, Duration.ZERO)).isEmpty();
    }

    @Test
    void instancesThatLookInTurnGetTheSameShare() throws InterruptedException {
        var people = begun(1200);
        house.waits(BEYOND_PATIENCE);
        var one = timers(instance);
        var other = timers(house.instance());
        var shares = new int[2];

        for (var left = people.size(); left > 0; ) {
            var before = left;
            one.round();
            left = open(people);
            shares[0] += before - left;
            before = left;
            other.round();
            left = open(people);
            shares[1] += before - left;
        }

        assertThat(shares[0]).isEqualTo(3 * 256 - (5 * 256 - 1200));
        assertThat(shares[1]).isEqualTo(2 * 256);
    }

    private int open(List<Address> people) {
        return (int)
                people.stream()
                        .filter(p -> house.conversation(p).phase() == Phase.CONSENTING)
                        .count();
    }

    @Test
    void aTimerThatANewTurnHasOvertakenChangesNothing() throws InterruptedException {
        var ann = begun(1).getFirst();
        instance.says(ann, "oui");
        house.waits(Duration.ofMinutes(1));
        var asked = house.conversation(ann);

        timers(instance).round();

        assertThat(house.conversation(ann)).isEqualTo(asked);
    }

    @Test
    void whoeverAnsweredDuringAnOutageHasNotGoneQuiet() throws InterruptedException {
        instance.round();
        var people = begun(2);
        house.waits(BEYOND_PATIENCE);
        instance.gate.outage();
        var timers = timers(instance, instance.gate);

        timers.round();

        assertThat(people)
                .allMatch(person -> house.conversation(person).phase() == Phase.CONSENTING);

        house.missed(people.getFirst(), "oui");
        instance.round();
        timers.round();

        assertThat(house.conversation(people.getFirst()).phase()).isEqualTo(Phase.ASKING);
        assertThat(house.conversation(people.getLast()).phase()).isEqualTo(Phase.EXPIRED);
    }

    @Test
    void whatWentOffIsCounted() throws InterruptedException {
        begun(3);
        house.waits(BEYOND_PATIENCE);

        timers(instance).round();

        assertThat(instance.counted("entendu.timers", "outcome", "went_off")).isEqualTo(3);
        assertThat(instance.counted("entendu.timers", "outcome", "stale")).isZero();
    }
}
