package io.entendu.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Channel;
import io.entendu.core.outbox.SenderRates;
import io.entendu.core.outbox.SenderRates.Rate;
import io.entendu.core.outbox.SenderRates.Slot;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link SenderRates} must do. Intervals are long, so that no pause of ours matters. */
public abstract class SenderRatesContract extends StoreContract {

    private static final Rate ONE = new Rate(1, Duration.ZERO);
    private static final Duration LONG = Duration.ofHours(1);

    private SenderRates rates() {
        return store().senderRates();
    }

    private Duration granted(Channel channel, Rate rate, int units) {
        var slot = rates().reserve(channel, rate, units, LONG);
        assertThat(slot).isInstanceOf(Slot.Granted.class);
        return ((Slot.Granted) slot).delay();
    }

    private static void assertAbout(Duration wait, int seconds) {
        assertThat(wait)
                .isGreaterThan(Duration.ofSeconds(seconds).minusMillis(900))
                .isLessThanOrEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void each_goes_an_interval_after_the_one_before() {
        assertThat(granted(Channel.SMS, ONE, 1)).isZero();
        assertAbout(granted(Channel.SMS, ONE, 1), 1);
        assertAbout(granted(Channel.SMS, ONE, 1), 2);
    }

    @Test
    void a_long_message_keeps_the_others_waiting_for_longer() {
        granted(Channel.SMS, ONE, 3);

        assertAbout(granted(Channel.SMS, ONE, 1), 3);
    }

    @Test
    void a_faster_rate_has_shorter_intervals() {
        var ten = new Rate(10, Duration.ZERO);
        IntStream.range(0, 30).forEach(_ -> granted(Channel.WHATSAPP, ten, 1));

        assertAbout(rates().lag(Channel.WHATSAPP), 3);
    }

    @Test
    void an_allowance_lets_some_go_at_once() {
        var hasty = new Rate(1, Duration.ofSeconds(2));

        assertThat(List.of(granted(Channel.SMS, hasty, 1), granted(Channel.SMS, hasty, 1)))
                .containsOnly(Duration.ZERO);
        assertThat(granted(Channel.SMS, hasty, 1)).isZero();
        assertAbout(granted(Channel.SMS, hasty, 1), 1);
    }

    @Test
    void what_would_wait_too_long_reserves_nothing() {
        granted(Channel.SMS, ONE, 10);

        var slot = rates().reserve(Channel.SMS, ONE, 1, Duration.ofSeconds(2));

        assertThat(slot).isInstanceOf(Slot.Refused.class);
        assertAbout(((Slot.Refused) slot).delay(), 10);
        assertAbout(rates().lag(Channel.SMS), 10);
    }

    @Test
    void channels_do_not_wait_for_each_other() {
        granted(Channel.SMS, ONE, 10);

        assertThat(granted(Channel.TELEGRAM, ONE, 1)).isZero();
        assertThat(rates().lag(Channel.WHATSAPP)).isZero();
    }

    @Test
    void a_pause_lets_nothing_through_and_never_shortens_another() {
        rates().pause(Channel.TELEGRAM, Duration.ofSeconds(20));
        rates().pause(Channel.TELEGRAM, Duration.ofSeconds(5));

        assertAbout(granted(Channel.TELEGRAM, ONE, 1), 20);
    }

    @Test
    void many_at_once_get_a_place_each() throws Exception {
        atOnce(20, () -> rates().reserve(Channel.SMS, ONE, 1, LONG));

        assertAbout(rates().lag(Channel.SMS), 20);
    }
}
