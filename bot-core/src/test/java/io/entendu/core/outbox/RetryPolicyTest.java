package io.entendu.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.channel.SendResult.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private static final double ALMOST_ONE = Math.nextDown(1.0);
    private static final RetryPolicy POLICY = RetryPolicy.STANDARD;

    @ParameterizedTest
    @MethodSource
    void theBackOffLiesBetweenHalfAndAllOfItsStep(int attempt, Duration step) {
        assertThat(waitOf(attempt, 0)).isEqualTo(step.dividedBy(2));
        assertThat(waitOf(attempt, 0.5)).isEqualTo(step.multipliedBy(3).dividedBy(4));
        assertThat(waitOf(attempt, ALMOST_ONE)).isBetween(step.minusMillis(1), step);
    }

    static Stream<Arguments> theBackOffLiesBetweenHalfAndAllOfItsStep() {
        return IntStream.range(1, POLICY.attempts())
                .mapToObj(attempt -> {
                    var doubled = Duration.ofSeconds(1L << (attempt - 1));
                    var step = doubled.compareTo(POLICY.longest()) < 0 ? doubled : POLICY.longest();
                    return argumentSet("after attempt " + attempt + ": " + step, attempt, step);
                });
    }

    @Test
    void aMessageIsTriedForAboutTwoHours() {
        var waits =
                IntStream.range(1, POLICY.attempts())
                        .mapToObj(attempt -> waitOf(attempt, 0.5))
                        .reduce(Duration.ZERO, Duration::plus);

        assertThat(waits).isBetween(Duration.ofMinutes(105), Duration.ofMinutes(135));
    }

    @Test
    void noBackOffIsLongerThanTheLongestHoweverManyAttemptsThereAre() {
        var patient =
                new RetryPolicy(Duration.ofSeconds(10), Duration.ofMinutes(15), Integer.MAX_VALUE);
        for (var attempt : new int[] {10, 60, 63, 64, 65, 1_000, Integer.MAX_VALUE - 1}) {
            assertThat(waitOf(patient, attempt, 0)).isEqualTo(Duration.ofMinutes(15).dividedBy(2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatMayWorkLaterIsTriedAgain(Reason reason) {
        var settlement = POLICY.settle(rejected(reason, Optional.empty()), 1, NOW, 0);

        if (reason.isRetryable()) {
            assertThat(settlement)
                    .isEqualTo(new Settlement.Again(NOW.plusMillis(500), reason, "429"));
        } else {
            assertThat(settlement).isEqualTo(new Settlement.GivenUp(reason, "429"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLastAttemptIsGivenUp(Reason reason) {
        for (var attempt : new int[] {POLICY.attempts(), POLICY.attempts() + 1}) {
            assertThat(
                            POLICY.settle(
                                    rejected(reason, Optional.of(Duration.ofSeconds(3))),
                                    attempt,
                                    NOW,
                                    0))
                    .isEqualTo(new Settlement.GivenUp(reason, "429"));
        }
    }

    @ParameterizedTest
    @MethodSource
    void theProviderIsNotAskedEarlierThanItAllows(
            Duration retryAfter, int attempt, Duration expected) {
        var settlement =
                POLICY.settle(rejected(Reason.THROTTLED, Optional.of(retryAfter)), attempt, NOW, 0);

        assertThat(settlement)
                .isEqualTo(new Settlement.Again(NOW.plus(expected), Reason.THROTTLED, "429"));
    }

    static Stream<Arguments> theProviderIsNotAskedEarlierThanItAllows() {
        return Stream.of(
                argumentSet(
                        "longer than the back-off",
                        Duration.ofSeconds(30),
                        1,
                        Duration.ofSeconds(30)),
                argumentSet(
                        "longer than the longest back-off",
                        Duration.ofHours(1),
                        1,
                        Duration.ofHours(1)),
                argumentSet(
                        "shorter than the back-off",
                        Duration.ofSeconds(3),
                        5,
                        Duration.ofSeconds(8)),
                argumentSet("nothing", Duration.ZERO, 5, Duration.ofSeconds(8)));
    }

    @Test
    void aPolicyThatNeverTriesOrWaitsBackwardsIsRefused() {
        var second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(second, second, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(second.negated(), second, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(second, second.minusMillis(1), 3));
    }

    private static Duration waitOf(int attempt, double chance) {
        return waitOf(POLICY, attempt, chance);
    }

    private static Duration waitOf(RetryPolicy policy, int attempt, double chance) {
        var settlement =
                policy.settle(rejected(Reason.UNAVAILABLE, Optional.empty()), attempt, NOW, chance);
        return Duration.between(NOW, ((Settlement.Again) settlement).at());
    }

    private static Rejected rejected(Reason reason, Optional<Duration> retryAfter) {
        return new Rejected(reason, "429", retryAfter);
    }
}
