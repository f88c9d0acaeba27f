package io.entendu.classifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private Instant now = Instant.EPOCH;
    private final CircuitBreaker breaker = new CircuitBreaker(() -> now);

    @Test
    void after_failures_in_a_row_one_is_let_through_a_pause() {
        fail(CircuitBreaker.FAILURES);
        assertThat(breaker.lets()).isFalse();

        now = now.plus(CircuitBreaker.PAUSE);
        assertThat(breaker.lets()).as("one to try").isTrue();
        assertThat(breaker.lets()).as("the others wait").isFalse();

        breaker.succeeded();
        assertThat(breaker.lets()).isTrue();
    }

    @Test
    void a_success_in_between_starts_the_count_again() {
        fail(CircuitBreaker.FAILURES - 1);
        breaker.succeeded();
        fail(1);

        assertThat(breaker.lets()).isTrue();
    }

    private void fail(int times) {
        for (var i = 0; i < times; i++) {
            breaker.failed();
        }
    }
}
