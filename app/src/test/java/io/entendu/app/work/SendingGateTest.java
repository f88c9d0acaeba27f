package io.entendu.app.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Channel;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.MessageClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SendingGateTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AtomicInteger impatience = new AtomicInteger();
    private Instant now = Instant.parse("2026-05-04T09:30:00Z");
    private final SendingGate gate =
            SendingGate.shut(
                    Set.of(Channel.SMS, Channel.WHATSAPP),
                    PATIENCE,
                    () -> now,
                    impatience::incrementAndGet);

    private static Claim question(Channel channel) {
        return Claims.of(channel, MessageClass.QUESTION);
    }

    private void waits(Duration time) {
        now = now.plus(time);
    }

    @ParameterizedTest
    @MethodSource
    void whatIsHeld(Channel channel, MessageClass messageClass, boolean held) {
        assertThat(gate.holds(Claims.of(channel, messageClass)).isPresent()).isEqualTo(held);
    }

    static Stream<Arguments> whatIsHeld() {
        return Stream.of(
                argumentSet("a question by SMS", Channel.SMS, MessageClass.QUESTION, true),
                argumentSet("one on WhatsApp", Channel.WHATSAPP, MessageClass.QUESTION, true),
                argumentSet("an invitation", Channel.SMS, MessageClass.CONSENT_REQUEST, true),
                argumentSet("a reminder", Channel.SMS, MessageClass.REMINDER, true),
                argumentSet("a notice", Channel.SMS, MessageClass.NOTICE, true),
                argumentSet("help passes", Channel.SMS, MessageClass.HELP, false),
                argumentSet(
                        "the confirmation of a STOP passes",
                        Channel.SMS,
                        MessageClass.OPT_OUT_CONFIRMATION,
                        false),
                argumentSet(
                        "Telegram repeats by itself",
                        Channel.TELEGRAM,
                        MessageClass.QUESTION,
                        false),
                argumentSet("the web chat is ours", Channel.WEB, MessageClass.QUESTION, false));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "3,3", "9,9", "60,10"})
    void theLongerItIsShutTheLessOftenMessagesAreLookedAt(int shutFor, int heldFor) {
        waits(Duration.ofSeconds(shutFor));

        assertThat(gate.holds(question(Channel.SMS))).contains(now.plusSeconds(heldFor));
    }

    @Test
    void itOpensWhenAllWasHeard() {
        gate.heardAllOf(gate.outages());

        assertThat(gate.holds(question(Channel.SMS))).isEmpty();
        assertThat(gate.isShut()).isFalse();
    }

    @Test
    void anOutageMeanwhileKeepsItShut() {
        var before = gate.outages();
        gate.outage();

        gate.heardAllOf(before);

        assertThat(gate.isShut()).isTrue();
        gate.heardAllOf(gate.outages());
        assertThat(gate.isShut()).isFalse();
    }

    @Test
    void anOutageShutsItAgainAndRings() {
        var rung = new AtomicInteger();
        gate.onOutage(rung::incrementAndGet);
        gate.heardAllOf(gate.outages());
        waits(Duration.ofHours(1));

        gate.outage();

        assertThat(gate.holds(question(Channel.SMS))).contains(now.plusSeconds(1));
        assertThat(rung).hasValue(1);
    }

    @Test
    void itLosesPatienceOnceAndSaysSo() {
        waits(PATIENCE.minusMillis(1));
        assertThat(gate.isShut()).isTrue();

        waits(Duration.ofMillis(1));
        assertThat(gate.holds(question(Channel.SMS))).isEmpty();
        assertThat(gate.isShut()).isFalse();
        assertThat(impatience).hasValue(1);
    }

    @Test
    void patienceBeginsWithTheLastSignOfTheOutage() {
        waits(PATIENCE.minusSeconds(1));
        gate.outage();
        waits(PATIENCE.minusSeconds(1));

        assertThat(gate.isShut()).isTrue();
        assertThat(impatience).hasValue(0);
    }

    @Test
    void withoutChannelsThereIsNothingToHold() {
        var none = SendingGate.none();
        none.outage();

        assertThat(none.isShut()).isFalse();
        assertThat(none.holds(question(Channel.SMS))).isEmpty();
    }
}
