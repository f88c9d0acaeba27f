package io.entendu.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.channels.http.FakeProvider;
import io.entendu.channels.http.FakeProvider.Call;
import io.entendu.channels.http.FakeProvider.Play;
import io.entendu.channels.twilio.TwilioHistory.Listing;
import io.entendu.channels.twilio.TwilioSettings.Senders;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TwilioHistoryTest {

    private static final Instant SINCE = Instant.parse("2026-11-22T08:00:00Z");
    private static final Address PHONE = new Address(Channel.SMS, "+33612345678");
    private static final Address WHATSAPP = new Address(Channel.WHATSAPP, "+33612345678");

    @Test
    void messagesComeOldestFirstAlsoWithinASecond() {
        try (var twilio = new FakeProvider(TwilioHistoryTest::pages);
                var adapter = TwilioSenderTest.adapter(twilio.url(), Twilio.NUMBERS)) {
            assertThat(adapter.history().since(SINCE))
                    .isEqualTo(
                            new Listing.Listed(
                                    List.of(
                                            message(PHONE, "SM1", new Content.Text("3")),
                                            message(PHONE, "SM2", new Content.Text("Trop long")),
                                            message(WHATSAPP, "SM5", new Content.Text("9")),
                                            message(PHONE, "SM3", new Content.Media("other")),
                                            message(WHATSAPP, "SM7", new Content.Media("other")))));
            assertThat(twilio.calls().getFirst().query())
                    .contains("To=%2B33757000001")
                    .contains("DateSent%3E=2026-11-22T08")
                    .contains("PageSize=1000");
        }
    }

    @Test
    void aMessagingServiceIsListedWhole() {
        var service = new Senders(Optional.empty(), Optional.of("MG1"), Optional.empty());
        try (var twilio = FakeProvider.answering(200, page("null"));
                var adapter = TwilioSenderTest.adapter(twilio.url(), service)) {
            assertThat(adapter.history().since(SINCE)).isEqualTo(new Listing.Listed(List.of()));
            assertThat(twilio.calls())
                    .singleElement()
                    .satisfies(call -> assertThat(call.query()).doesNotContain("To="));
        }
    }

    @Test
    void aFailureIsNoEmptyList() {
        try (var twilio = FakeProvider.answering(503, "down");
                var adapter = TwilioSenderTest.adapter(twilio.url(), Twilio.NUMBERS)) {
            assertThat(adapter.history().since(SINCE)).isEqualTo(new Listing.Unlisted("503"));
            twilio.now(_ -> new Play.Drop());
            assertThat(adapter.history().since(SINCE)).isEqualTo(new Listing.Unlisted("no_answer"));
            twilio.now(_ -> new Play.Answer(200, "<html>"));
            assertThat(adapter.history().since(SINCE))
                    .isEqualTo(new Listing.Unlisted("unreadable"));
        }
    }

    private static Play pages(Call call) {
        if (call.query().contains("To=whatsapp")) {
            return new Play.Answer(
                    200,
                    page(
                            "null",
                            record(
                                    "SM7",
                                    "inbound",
                                    "whatsapp:+33612345678",
                                    "offre 8.pdf",
                                    "09:00:03"),
                            record("SM5", "inbound", "whatsapp:+33612345678", "9", "09:00:01")));
        }
        if (call.query().contains("Page=1")) {
            return new Play.Answer(
                    200,
                    page(
                            "null",
                            record("SM2", "inbound", "+33612345678", "Trop long", "09:00:00"),
                            record("SM1", "inbound", "+33612345678", "3", "09:00:00")));
        }
        return new Play.Answer(
                200,
                page(
                        "\""
                                + call.path()
                                + "?To=%2B33757000001&PageSize=1000&Page=1&PageToken=PASM4\"",
                        record("SM3", "inbound", "+33612345678", "", "09:00:02"),
                        record("SM4", "outbound-api", "+33757000001", "x", "09:00:01"),
                        record("SM6", "inbound", "36180", "ad", "09:00:01")));
    }

    private static String page(String next, String... records) {
        return "{\"messages\":["
                + String.join(",", records)
                + "],\"page\":0,\"page_size\":1000,\"next_page_uri\":"
                + next
                + ",\"uri\":\"/x\"}";
    }

    private static String record(
            String sid, String direction, String from, String body, String time) {
        return """
        {"sid":"%s","direction":"%s","from":"%s","to":"+33757000001","body":"%s","num_media":"%s","status":"received",
         "date_created":"Sun, 22 Nov 2026 %s +0000","date_sent":"Sun, 22 Nov 2026 %s +0000","date_updated":null}
        """
                .formatted(
                        sid,
                        direction,
                        from,
                        body,
                        body.isEmpty() || body.endsWith(".pdf") ? "1" : "0",
                        time,
                        time);
    }

    private static InboundMessage message(Address from, String id, Content content) {
        return new InboundMessage(from, id, content, Optional.empty());
    }
}
