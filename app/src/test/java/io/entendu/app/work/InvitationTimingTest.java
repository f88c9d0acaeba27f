package io.entendu.app.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.app.line.Origins;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.testing.InMemoryStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody waits for keeps quiet at night, where the person is. */
class InvitationTimingTest {

    /** Half past nine in the evening in Paris, on a Tuesday. */
    private static final Instant EVENING = Instant.parse("2026-03-10T20:30:00Z");

    private static final Instant MORNING = Instant.parse("2026-03-11T07:00:00Z");
    private static final Origins PARIS =
            new Origins() {
                @Override
                public Locale locale(Address address) {
                    return Locale.FRENCH;
                }

                @Override
                public Optional<ZoneId> timeZone(Address address) {
                    return Optional.of(ZoneId.of("Europe/Paris"));
                }
            };

    @ParameterizedTest
    @MethodSource
    void atNight(MessageClass messageClass, boolean invited, Optional<Instant> later) {
        var store = new InMemoryStore();
        var timing =
                new InvitationTiming(
                        ContactPolicy.STRICT, store.respondents(), store.invitations(), PARIS);

        assertThat(timing.later(claim(messageClass, invited), EVENING)).isEqualTo(later);
        assertThat(timing.later(claim(messageClass, invited), MORNING)).isEmpty();
    }

    static Stream<Arguments> atNight() {
        return Stream.of(
                argumentSet(
                        "an invitation waits",
                        MessageClass.CONSENT_REQUEST,
                        true,
                        Optional.of(MORNING)),
                argumentSet("a reminder waits", MessageClass.REMINDER, false, Optional.of(MORNING)),
                argumentSet(
                        "whoever begins is asked at once",
                        MessageClass.CONSENT_REQUEST,
                        false,
                        Optional.empty()),
                argumentSet(
                        "whoever answers is asked on",
                        MessageClass.QUESTION,
                        false,
                        Optional.empty()));
    }

    private static Claim claim(MessageClass messageClass, boolean invited) {
        var entry =
                new OutboxEntry(
                        "1.1.0",
                        messageClass,
                        new Prompt.Thank(),
                        1,
                        1,
                        Optional.empty(),
                        Locale.FRENCH,
                        Channel.SMS,
                        Map.of(),
                        EVENING,
                        invited);
        return new Claim(
                new RespondentId("0".repeat(26)),
                entry,
                new Address(Channel.SMS, "+33612345678"),
                1,
                1,
                false,
                Optional.empty());
    }
}
