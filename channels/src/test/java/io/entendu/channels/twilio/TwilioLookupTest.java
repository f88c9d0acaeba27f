package io.entendu.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.channels.http.FakeProvider;
import io.entendu.channels.http.FakeProvider.Play;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.SentLookup.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TwilioLookupTest {

    private static final Instant SINCE = Instant.parse("2026-11-22T09:00:00Z");
    private static final String LIST =
            """
            {"messages":[
              {"sid":"SM9","direction":"inbound","body":"How was it?","status":"received","date_created":"Sun, 22 Nov 2026 09:09:00 +0000"},
              {"sid":"SM8","direction":"outbound-api","body":"How was it?","status":"queued","date_created":"Sun, 22 Nov 2026 09:08:00 +0000"},
              {"sid":"SM7","direction":"outbound-api","body":"Thanks","status":"sent","date_created":"Sun, 22 Nov 2026 09:07:00 +0000"},
              {"sid":"SM6","direction":"outbound-api","body":"Sent from your Twilio trial account - How was it?","status":"delivered","date_created":"Sun, 22 Nov 2026 09:06:00 +0000"},
              {"sid":"SM5","direction":"outbound-api","body":"How was it?","status":"failed","date_created":"Sun, 22 Nov 2026 09:05:00 +0000"},
              {"sid":"SM4","direction":"outbound-api","body":"How was it?","status":"sent","date_created":"Sun, 22 Nov 2026 08:59:59 +0000"}
            ],"page":0,"page_size":50,"next_page_uri":null,"uri":"/x"}
            """;

    private static OutboundMessage message(Optional<OutboundMessage.Template> template) {
        return new OutboundMessage(
                "0123456789abcdefghjkmnpqrs/1.1.0",
                new Address(Channel.SMS, "+33612345678"),
                "How was it?",
                List.of(),
                template,
                Optional.empty(),
                Locale.ENGLISH,
                2);
    }

    private static Finding find(Play play, Optional<OutboundMessage.Template> template) {
        try (var twilio = new FakeProvider(_ -> play);
                var adapter =
                        play instanceof Play.Hang
                                ? Twilio.impatient(twilio.url())
                                : TwilioSenderTest.adapter(twilio.url(), Twilio.NUMBERS)) {
            return adapter.lookup().find(message(template), SINCE);
        }
    }

    @Test
    void whatTwilioTookSinceAndDidNotFailToDeliverIsThere() {
        assertThat(find(new Play.Answer(200, LIST), Optional.empty()))
                .isEqualTo(new Finding.Listed(List.of("SM6", "SM8")));
    }

    @Test
    void ofAnApprovedTextTheWordsAreTwilios() {
        var template = Optional.of(new OutboundMessage.Template("HX1"));

        assertThat(find(new Play.Answer(200, LIST), template))
                .isEqualTo(new Finding.Listed(List.of("SM6", "SM7", "SM8")));
    }

    @Test
    void thePersonIsAskedAboutAndNoDate() {
        try (var twilio = FakeProvider.answering(200, LIST);
                var adapter = TwilioSenderTest.adapter(twilio.url(), Twilio.NUMBERS)) {
            adapter.lookup().find(message(Optional.empty()), SINCE);

            assertThat(twilio.calls())
                    .singleElement()
                    .satisfies(call ->
                            assertThat(call.query())
                                    .contains("To=%2B33612345678")
                                    .doesNotContain("DateSent"));
            assertThat(adapter.lookup().channels())
                    .containsExactlyInAnyOrder(Channel.SMS, Channel.WHATSAPP);
        }
    }

    @ParameterizedTest
    @MethodSource
    void whoCannotBeAskedSaysNothing(Play play, String code) {
        assertThat(find(play, Optional.empty())).isEqualTo(new Finding.Unknown(code));
    }

    static Stream<Arguments> whoCannotBeAskedSaysNothing() {
        return Stream.of(
                argumentSet("down", new Play.Answer(503, "down"), "503"),
                argumentSet("a wrong token", new Play.Answer(401, "{\"code\":20003}"), "20003"),
                argumentSet("no list", new Play.Answer(200, "<html>"), "unreadable"),
                argumentSet("no answer", new Play.Hang(), "no_answer"));
    }
}
