package io.entendu.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "P3D, days, 3",
        "PT24H, days, 1",
        "PT36H, hours, 36",
        "PT90M, minutes, 90",
        "PT90S, seconds, 90"
    })
    void isSaidInItsGreatestWholeUnit(Duration duration, String unit, long count) {
        assertThat(Span.of(duration)).isEqualTo(new Span(unit, count));
    }
}
