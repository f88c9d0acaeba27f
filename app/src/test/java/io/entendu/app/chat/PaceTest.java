package io.entendu.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Address ANNA = new Address(Channel.WEB, "anna");
    private static final Address BEN = new Address(Channel.WEB, "ben");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Pace pace = new Pace(clock);

    @Test
    void aFewAtOnceThenTwoASecond() {
        assertThat(permitted(100)).isEqualTo(5);

        now.set(now.get().plusSeconds(10));
        assertThat(permitted(100)).isEqualTo(5);

        now.set(now.get().plusSeconds(1));
        assertThat(permitted(100)).isEqualTo(2);
    }

    @Test
    void oneVisitorDoesNotSlowAnother() {
        permitted(100);
        assertThat(pace.permits(BEN)).isTrue();
    }

    private long permitted(int wishes) {
        return IntStream.range(0, wishes).filter(_ -> pace.permits(ANNA)).count();
    }
}
