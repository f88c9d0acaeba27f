package io.entendu.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.channel.Webhook;
import io.entendu.core.channel.WebhookReading;
import io.entendu.core.channel.WebhookReading.Forbidden;
import io.entendu.core.channel.WebhookReading.Ignored;
import io.entendu.core.channel.WebhookReading.Malformed;
import io.entendu.core.channel.WebhookReading.Reports;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TwilioStatusWebhookTest {

    private static final String SID = "SM00000000000000000000000000000001";

    private final Webhook webhook = Twilio.adapter().statusWebhook();

    @ParameterizedTest
    @MethodSource
    void reports(Map<String, String> fields, DeliveryReport report) {
        assertThat(read(fields)).isEqualTo(new Reports(List.of(report)));
    }

    static Stream<Arguments> reports() {
        var phone = new Address(Channel.SMS, "+33612345678");
        return Stream.of(
                argumentSet(
                        "delivered",
                        Map.of("MessageStatus", "delivered"),
                        new DeliveryReport(
                                phone, SID, "delivered", 6, Optional.empty(), Optional.empty())),
                argumentSet(
                        "an unreachable handset",
                        Map.of("MessageStatus", "undelivered", "ErrorCode", "30003"),
                        new DeliveryReport(
                                phone,
                                SID,
                                "undelivered",
                                7,
                                Optional.of("30003"),
                                Optional.of(Reason.UNREACHABLE))),
                argumentSet(
                        "stopped at the provider",
                        Map.of("MessageStatus", "failed", "ErrorCode", "21610"),
                        new DeliveryReport(
                                phone,
                                SID,
                                "failed",
                                7,
                                Optional.of("21610"),
                                Optional.of(Reason.OPTED_OUT))),
                argumentSet(
                        "failed without a reason",
                        Map.of("MessageStatus", "failed", "ErrorCode", ""),
                        new DeliveryReport(
                                phone,
                                SID,
                                "failed",
                                7,
                                Optional.empty(),
                                Optional.of(Reason.REFUSED))),
                argumentSet(
                        "a code that is none is not kept",
                        Map.of("MessageStatus", "failed", "ErrorCode", "+33612345678"),
                        new DeliveryReport(
                                phone,
                                SID,
                                "failed",
                                7,
                                Optional.empty(),
                                Optional.of(Reason.REFUSED))),
                argumentSet(
                        "read on WhatsApp",
                        Map.of("MessageStatus", "read", "To", "whatsapp:+33612345678"),
                        new DeliveryReport(
                                new Address(Channel.WHATSAPP, "+33612345678"),
                                SID,
                                "read",
                                7,
                                Optional.empty(),
                                Optional.empty())));
    }

    @Test
    void aReportOfAnEarlierStageIsOfALowerRank() {
        var ranks =
                Stream.of("accepted", "scheduled", "queued", "sending", "sent", "delivered", "read")
                        .map(status ->
                                ((Reports) read(Map.of("MessageStatus", status)))
                                        .reports()
                                        .getFirst()
                                        .rank());

        assertThat(ranks).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void nothingOutranksAnEnd() {
        var ranks =
                Stream.of("read", "failed", "undelivered", "canceled")
                        .map(status ->
                                ((Reports) read(Map.of("MessageStatus", status)))
                                        .reports()
                                        .getFirst()
                                        .rank());

        assertThat(ranks).containsOnly(7);
    }

    @ParameterizedTest
    @CsvSource({
        "21610, OPTED_OUT", "63014, OPTED_OUT", "30005, UNREACHABLE", "30006, UNREACHABLE",
                "21211, UNREACHABLE",
        "21614, UNREACHABLE", "63024, UNREACHABLE", "63018, THROTTLED", "30008, UNAVAILABLE",
                "30007, REFUSED",
        "63016, REFUSED", "99999, REFUSED"
    })
    void codes(String code, Reason reason) {
        var reports = (Reports) read(Map.of("MessageStatus", "undelivered", "ErrorCode", code));

        assertThat(reports.reports().getFirst().failure()).contains(reason);
    }

    @ParameterizedTest
    @MethodSource
    void others(Map<String, String> fields, Class<? extends WebhookReading> reading) {
        assertThat(webhook.read(Twilio.signed(Twilio.STATUS, fields))).isInstanceOf(reading);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                argumentSet("an empty form", Map.of(), Malformed.class),
                argumentSet(
                        "no status",
                        Map.of("MessageSid", SID, "To", "+33612345678"),
                        Malformed.class),
                argumentSet(
                        "a status of tomorrow",
                        form(Map.of("MessageStatus", "teleported")),
                        Ignored.class),
                argumentSet(
                        "a message that came in",
                        form(Map.of("MessageStatus", "received")),
                        Ignored.class),
                argumentSet(
                        "not to a number",
                        form(Map.of("MessageStatus", "sent", "To", "messenger:1")),
                        Ignored.class));
    }

    @Test
    void strangers() {
        var body = "MessageSid=SM1&MessageStatus=failed".getBytes(StandardCharsets.UTF_8);

        assertThat(webhook.read(Twilio.request(Twilio.STATUS, "wrong", body)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aSignedJsonBodyIsNoReport() {
        // echo -n '{}' | sha256sum
        var path =
                Twilio.STATUS
                        + "?bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
        var signature = Twilio.hmac(Twilio.PUBLIC + path);

        assertThat(
                        webhook.read(
                                Twilio.request(
                                        path, signature, "{}".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Ignored.class);
        assertThat(
                        webhook.read(
                                Twilio.request(
                                        path, signature, "[]".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Forbidden.class);
    }

    private WebhookReading read(Map<String, String> fields) {
        return webhook.read(Twilio.signed(Twilio.STATUS, form(fields)));
    }

    private static Map<String, String> form(Map<String, String> fields) {
        var all = new HashMap<>(Map.of("MessageSid", SID, "To", "+33612345678"));
        all.putAll(fields);
        return all;
    }

    @Test
    void aReportNamesTheMessageThatItWasAskedToName() {
        assertThat(entry(Twilio.STATUS + "?entry=3.7.0")).contains("3.7.0");
        assertThat(entry(Twilio.STATUS + "?rc=5&entry=0.12.1")).contains("0.12.1");
        assertThat(entry(Twilio.STATUS)).isEmpty();
        assertThat(entry(Twilio.STATUS + "?entry=%2B33612345678")).isEmpty();
    }

    private Optional<String> entry(String path) {
        var fields = Map.of("MessageSid", SID, "MessageStatus", "sent", "To", "+33612345678");
        var reading = webhook.read(Twilio.signed(path, fields));
        return ((Reports) reading).reports().getFirst().entry();
    }
}
