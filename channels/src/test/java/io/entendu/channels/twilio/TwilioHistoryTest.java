package io.entendu.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioHistoryTest {

    private static final Instant SINCE = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-22T10:00:00Z");
    private static final String SMS = "+33757000001";
    private static final Map<String, Instant> ALL =
            Map.of(SMS, SINCE, "whatsapp:+33757000002", SINCE);
    private static final Address PHONE = new Address(Channel.SMS, "+33612345678");
    private static final Address WHATSAPP = new Address(Channel.WHATSAPP, "+33612345678");

    @Test
    void messagesComeOldestFirstAlsoWithinASecond() {
        try (var twilio = new FakeProvider(TwilioHistoryTest::pages);
                var adapter = TwilioSenderTest.adapter(twilio.url(), Twilio.NUMBERS)) {
            assertThat(adapter.history().between(ALL, UNTIL))
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
                    .contains("DateSent%3C=2026-11-23T00")
                    .contains("PageSize=1000");
        }
    }

    @Test
    void eachSenderIsListedFromItsOwnTimeAndOthersAreNot() {
        try (var twilio = new FakeProvider(TwilioHistoryTest::pages);
                var adapter = TwilioSenderTest.adapter(twilio.url(), Twilio.NUMBERS)) {
            var later = Instant.parse("2026-11-22T09:30:00Z");

            adapter.history().between(Map.of("whatsapp:+33757000002", later), UNTIL);

            assertThat(twilio.calls())
                    .singleElement()
                    .satisfies(call ->
                            assertThat(call.query())
                                    .contains("To=whatsapp")
                                    .contains("DateSent%3E=2026-11-22T09%3A30"));
        }
    }

    @Test
    void whatIsYoungerIsLeftOutWhateverTwilioListed() {
        try (var twilio = new FakeProvider(TwilioHistoryTest::pages);
                var adapter = TwilioSenderTest.adapter(twilio.url(), Twilio.NUMBERS)) {
            var until = Instant.parse("2026-11-22T09:00:01Z");

            assertThat(adapter.history().between(Map.of(SMS, SINCE), until))
                    .isEqualTo(
                            new Listing.Listed(
                                    List.of(
                                            message(PHONE, "SM1", new Content.Text("3")),
                                            message(PHONE, "SM2", new Content.Text("Trop long")))));
        }
    }

    @Test
    void aMessageThatIsStillComingIsLeftToItsWebhook() {
        var coming = record("SM8", "inbound", "+33612345678", "9", "09:00:00");
        try (var twilio =
                        FakeProvider.answering(
                                200, page("null", coming.replace("received", "receiving")));
                var adapter = TwilioSenderTest.adapter(twilio.url(), Twilio.NUMBERS)) {
            assertThat(adapter.history().between(Map.of(SMS, SINCE), UNTIL))
                    .isEqualTo(new Listing.Listed(List.of()));
        }
    }

    @Test
    void ofAMessagingServiceOnlyItsOwnNumbersAreListed() {
        var service = new Senders(Optional.empty(), Optional.of("MG1"), Optional.empty());
        try (var twilio = new FakeProvider(TwilioHistoryTest::service);
                var adapter = TwilioSenderTest.adapter(twilio.url(), service)) {
            assertThat(adapter.history().senders()).containsExactly("MG1");
            assertThat(adapter.history().between(Map.of("MG1", SINCE), UNTIL))
                    .isEqualTo(new Listing.Listed(List.of()));
            assertThat(twilio.calls().stream().map(Call::query).filter(q -> q.contains("To=")))
                    .satisfiesExactly(
                            number -> assertThat(number).contains("To=%2B33757000009"),
                            code -> assertThat(code).contains("To=36180"));
        }
    }

    @Test
    void moreThanCanBeHeldIsAFailureAndNotSomeOfIt() {
        try (var twilio = new FakeProvider(TwilioHistoryTest::pages)) {
            var settings = Twilio.settings(twilio.url(), Twilio.NUMBERS);
            try (var http = new TwilioHttp(twilio.url(), settings.timeout())) {
                var client =
                        new TwilioRestClient.Builder(Twilio.ACCOUNT, Twilio.TOKEN)
                                .httpClient(http)
                                .build();
                assertThat(new TwilioHistory(settings, client, 4).between(ALL, UNTIL))
                        .isEqualTo(new Listing.Unlisted("too_many"));
                assertThat(new TwilioHistory(settings, client, 7).between(ALL, UNTIL))
                        .isInstanceOf(Listing.Listed.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"20003,true", "401,true", "403,true", "20429,false", "503,false", "too_many,false"})
    void whatOnlyOtherSettingsCanHelp(String code, boolean forbidden) {
        assertThat(new Listing.Unlisted(code).isForbidden()).isEqualTo(forbidden);
    }

    @Test
    void aFailureIsNoEmptyList() {
        try (var twilio = FakeProvider.answering(503, "down");
                var adapter = TwilioSenderTest.adapter(twilio.url(), Twilio.NUMBERS)) {
            assertThat(adapter.history().between(ALL, UNTIL))
                    .isEqualTo(new Listing.Unlisted("503"));
            twilio.now(_ -> new Play.Drop());
            assertThat(adapter.history().between(ALL, UNTIL))
                    .isEqualTo(new Listing.Unlisted("no_answer"));
            twilio.now(_ -> new Play.Answer(200, "<html>"));
            assertThat(adapter.history().between(ALL, UNTIL))
                    .isEqualTo(new Listing.Unlisted("unreadable"));
        }
    }

    private static Play service(Call call) {
        if (call.path().equals("/v1/Services/MG1/PhoneNumbers")) {
            return new Play.Answer(
                    200,
                    servicePage(
                            "phone_numbers",
                            "{\"sid\":\"PN1\",\"phone_number\":\"+33757000009\"}"));
        }
        if (call.path().equals("/v1/Services/MG1/ShortCodes")) {
            return new Play.Answer(
                    200, servicePage("short_codes", "{\"sid\":\"SC1\",\"short_code\":\"36180\"}"));
        }
        return new Play.Answer(200, page("null"));
    }

    private static String servicePage(String key, String record) {
        return "{\"%s\":[%s],\"meta\":{\"page\":0,\"page_size\":50,\"first_page_url\":\"https://x/\",\"previous_page_url\":null,\"next_page_url\":null,\"key\":\"%s\",\"url\":\"https://x/\"}}"
                .formatted(key, record, key);
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
