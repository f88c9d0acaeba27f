package io.entendu.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.channels.http.FakeProvider;
import io.entendu.channels.http.FakeProvider.Call;
import io.entendu.channels.http.FakeProvider.Play;
import io.entendu.channels.twilio.TwilioSettings.Senders;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.SendResult;
import io.entendu.core.channel.SendResult.Accepted;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.channel.SendResult.Rejected;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TwilioSenderTest {

    private static final String SID = "SM00000000000000000000000000000001";
    private static final String TAKEN =
            "{\"sid\":\""
                    + SID
                    + "\",\"status\":\"queued\",\"body\":\"x\",\"new_field\":{\"a\":1}}";
    private static final String CALLBACK = "https://surveys.example.org/webhooks/twilio/status";
    private static final Senders SERVICE =
            new Senders(Optional.of("+33757000001"), Optional.of("MG1"), Optional.empty());

    @ParameterizedTest
    @MethodSource
    void results(Play play, SendResult expected) {
        try (var twilio = new FakeProvider(_ -> play);
                var adapter =
                        play instanceof Play.Hang
                                ? Twilio.impatient(twilio.url())
                                : adapter(twilio.url(), Twilio.NUMBERS)) {
            assertThat(adapter.sender().send(message(Channel.SMS, Optional.empty())))
                    .isEqualTo(expected);
            assertThat(twilio.calls()).hasSize(1);
        }
    }

    static Stream<Arguments> results() {
        return Stream.of(
                argumentSet("taken", new Play.Answer(201, TAKEN), new Accepted(SID)),
                argumentSet("said STOP", error(400, 21610), rejected(Reason.OPTED_OUT, "21610")),
                argumentSet(
                        "blocked us on WhatsApp",
                        error(400, 63014),
                        rejected(Reason.OPTED_OUT, "63014")),
                argumentSet("no number", error(400, 21211), rejected(Reason.UNREACHABLE, "21211")),
                argumentSet("a landline", error(400, 21614), rejected(Reason.UNREACHABLE, "21614")),
                argumentSet(
                        "outside the window", error(400, 63016), rejected(Reason.REFUSED, "63016")),
                argumentSet(
                        "a code of tomorrow", error(400, 29999), rejected(Reason.REFUSED, "29999")),
                argumentSet("wrong token", error(401, 20003), rejected(Reason.REFUSED, "20003")),
                argumentSet(
                        "no code",
                        new Play.Answer(404, "<html/>"),
                        rejected(Reason.REFUSED, "404")),
                argumentSet(
                        "a queue is full", error(400, 21611), rejected(Reason.THROTTLED, "21611")),
                argumentSet(
                        "too many at once",
                        new Play.Answer(
                                429, Map.of("Retry-After", "3"), "{\"code\":20429,\"status\":429}"),
                        new Rejected(
                                Reason.THROTTLED, "20429", Optional.of(Duration.ofSeconds(3)))),
                argumentSet("down", error(503, 20503), rejected(Reason.UNAVAILABLE, "20503")),
                argumentSet(
                        "the gateway's error page",
                        new Play.Answer(502, "<html>"),
                        rejected(Reason.UNAVAILABLE, "502")),
                argumentSet("hangs", new Play.Hang(), rejected(Reason.NO_ANSWER, "no_answer")),
                argumentSet("cut", new Play.Drop(), rejected(Reason.NO_ANSWER, "no_answer")),
                argumentSet(
                        "taken, but nonsense is answered",
                        new Play.Answer(201, "<html>"),
                        rejected(Reason.NO_ANSWER, "no_answer")),
                argumentSet(
                        "taken, but no id",
                        new Play.Answer(201, "{}"),
                        rejected(Reason.NO_ANSWER, "no_answer")),
                argumentSet(
                        "taken, but nothing is answered",
                        new Play.Answer(201, ""),
                        rejected(Reason.NO_ANSWER, "no_answer")));
    }

    @Test
    void nobodyListens() {
        var gone = FakeProvider.answering(201, TAKEN);
        gone.close();
        try (var adapter = adapter(gone.url(), Twilio.NUMBERS)) {
            assertThat(adapter.sender().send(message(Channel.SMS, Optional.empty())))
                    .isEqualTo(rejected(Reason.UNAVAILABLE, "unreached"));
        }
    }

    @ParameterizedTest
    @MethodSource
    void requests(Senders senders, OutboundMessage message, Map<String, String> fields) {
        try (var twilio = FakeProvider.answering(201, TAKEN);
                var adapter = adapter(twilio.url(), senders)) {
            adapter.sender().send(message);

            var call = twilio.calls().getFirst();
            assertThat(call.path())
                    .isEqualTo("/2010-04-01/Accounts/" + Twilio.ACCOUNT + "/Messages.json");
            assertThat(call.headers())
                    .containsEntry("authorization", basic())
                    .hasEntrySatisfying(
                            "content-type",
                            type ->
                                    assertThat(type)
                                            .startsWith("application/x-www-form-urlencoded"));
            assertThat(fields(call)).isEqualTo(fields);
        }
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                argumentSet(
                        "SMS from a number",
                        Twilio.NUMBERS,
                        message(Channel.SMS, Optional.empty()),
                        Map.of(
                                "To",
                                "+33612345678",
                                "From",
                                "+33757000001",
                                "Body",
                                "De 0 à 10 ? 😀 1+1",
                                "StatusCallback",
                                CALLBACK)),
                argumentSet(
                        "SMS by a messaging service",
                        SERVICE,
                        message(Channel.SMS, Optional.empty()),
                        Map.of(
                                "To",
                                "+33612345678",
                                "MessagingServiceSid",
                                "MG1",
                                "Body",
                                "De 0 à 10 ? 😀 1+1",
                                "StatusCallback",
                                CALLBACK)),
                argumentSet(
                        "WhatsApp",
                        Twilio.NUMBERS,
                        message(Channel.WHATSAPP, Optional.empty()),
                        Map.of(
                                "To", "whatsapp:+33612345678",
                                "From", "whatsapp:+33757000002",
                                "Body", "De 0 à 10 ? 😀 1+1",
                                "StatusCallback", CALLBACK)),
                argumentSet(
                        "an approved text goes without ours",
                        Twilio.NUMBERS,
                        message(Channel.WHATSAPP, Optional.of(new OutboundMessage.Template("HX1"))),
                        Map.of(
                                "To", "whatsapp:+33612345678",
                                "From", "whatsapp:+33757000002",
                                "ContentSid", "HX1",
                                "StatusCallback", CALLBACK)));
    }

    @Test
    void channelsAreThoseWithASender() {
        try (var adapter = adapter(TwilioSettings.DEFAULT_API_URL, SERVICE)) {
            assertThat(adapter.sender().channels()).containsExactly(Channel.SMS);
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            adapter.sender().send(message(Channel.WHATSAPP, Optional.empty())));
        }
    }

    @Test
    void aBaseUrlMayHaveAPathOfItsOwn() {
        try (var twilio = FakeProvider.answering(201, TAKEN);
                var adapter = adapter(URI.create(twilio.url() + "/proxy/"), Twilio.NUMBERS)) {
            adapter.sender().send(message(Channel.SMS, Optional.empty()));

            assertThat(twilio.calls().getFirst().path()).startsWith("/proxy/2010-04-01/");
        }
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(Twilio.settings(URI.create("http://127.0.0.1:1"), Twilio.NUMBERS).toString())
                .doesNotContain(Twilio.TOKEN)
                .doesNotContain(Twilio.ACCOUNT)
                .doesNotContain("+33");
    }

    static TwilioAdapter adapter(URI url, Senders senders) {
        return new TwilioAdapter(Twilio.settings(url, senders));
    }

    private static OutboundMessage message(
            Channel channel, Optional<OutboundMessage.Template> template) {
        var to = new Address(channel, "+33612345678");
        return new OutboundMessage(
                "c1/1/0",
                to,
                "De 0 à 10 ? 😀 1+1",
                List.of(),
                template,
                Optional.empty(),
                Locale.FRENCH);
    }

    private static Play error(int status, int code) {
        return new Play.Answer(
                status,
                "{\"code\":"
                        + code
                        + ",\"message\":\"no: +33612345678\",\"status\":"
                        + status
                        + "}");
    }

    private static Rejected rejected(Reason reason, String code) {
        return new Rejected(reason, code, Optional.empty());
    }

    private static Map<String, String> fields(Call call) {
        return Form.parse(call.body().getBytes(StandardCharsets.UTF_8)).fields().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> String.join(",", e.getValue())));
    }

    private static String basic() {
        var pair = Twilio.ACCOUNT + ":" + Twilio.TOKEN;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fromTheSecondAttemptOnTheCallbackNamesTheMessage() {
        var first = message(Channel.SMS, Optional.empty());
        var second =
                new OutboundMessage(
                        "0123456789abcdefghjkmnpqrs/3.7.0",
                        first.to(),
                        first.text(),
                        first.rows(),
                        first.template(),
                        first.staleButtons(),
                        first.locale(),
                        2);
        try (var twilio = FakeProvider.answering(201, TAKEN);
                var adapter = adapter(twilio.url(), Twilio.NUMBERS)) {
            adapter.sender().send(first);
            adapter.sender().send(second);

            assertThat(twilio.calls())
                    .extracting(call -> fields(call).get("StatusCallback"))
                    .containsExactly(CALLBACK, CALLBACK + "?entry=3.7.0");
        }
    }
}
