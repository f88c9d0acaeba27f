package io.entendu.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.channel.Webhook;
import io.entendu.core.channel.WebhookReading;
import io.entendu.core.channel.WebhookReading.Forbidden;
import io.entendu.core.channel.WebhookReading.Ignored;
import io.entendu.core.channel.WebhookReading.Malformed;
import io.entendu.core.channel.WebhookReading.Messages;
import io.entendu.core.channel.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TwilioMessageWebhookTest {

    private static final String SID = "SM00000000000000000000000000000001";
    private static final Address PHONE = new Address(Channel.SMS, "+33612345678");
    private static final Address WHATSAPP = new Address(Channel.WHATSAPP, "+33612345678");

    private final Webhook webhook = Twilio.adapter().messageWebhook();

    @ParameterizedTest
    @MethodSource
    void messages(String payload, Address from, Content content) {
        var fields =
                Form.parse(Twilio.resource(payload).getBytes(StandardCharsets.UTF_8))
                        .fields()
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getFirst()));

        assertThat(webhook.read(Twilio.signed(Twilio.MESSAGE, fields)))
                .isEqualTo(
                        new Messages(
                                List.of(new InboundMessage(from, SID, content, Optional.empty()))));
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                argumentSet(
                        "an SMS, untrimmed",
                        "sms.form",
                        PHONE,
                        new Content.Text(" Très déçu 😡 + 8/10")),
                argumentSet("a picture", "mms.form", PHONE, new Content.Media("photo")),
                argumentSet(
                        "a button on WhatsApp",
                        "whatsapp-button.form",
                        WHATSAPP,
                        new Content.Tap(
                                "consent:yes", "Oui", "SM00000000000000000000000000000009")));
    }

    @ParameterizedTest
    @MethodSource
    void contents(Map<String, String> fields, Content content) {
        assertThat(webhook.read(form(fields)))
                .isInstanceOfSatisfying(
                        Messages.class,
                        m -> assertThat(m.messages().getFirst().content()).isEqualTo(content));
    }

    static Stream<Arguments> contents() {
        return Stream.of(
                argumentSet("nothing at all", Map.of("Body", ""), new Content.Text("")),
                argumentSet("no body", Map.of(), new Content.Text("")),
                argumentSet(
                        "a number of media that is none",
                        Map.of("Body", "9", "NumMedia", "many"),
                        new Content.Text("9")),
                argumentSet(
                        "words beside a picture",
                        Map.of("Body", "9", "NumMedia", "1"),
                        new Content.Text("9")),
                argumentSet(
                        "media without a type",
                        Map.of("Body", " ", "NumMedia", "1"),
                        new Content.Media("other")),
                argumentSet(
                        "a place",
                        Map.of("Latitude", "48.85", "Longitude", "2.35"),
                        new Content.Media("location")),
                argumentSet(
                        "a place with a name",
                        Map.of(
                                "From",
                                "whatsapp:+33612345678",
                                "Body",
                                "",
                                "Latitude",
                                "48.85",
                                "Label",
                                "Le 8",
                                "Address",
                                "8 rue de la Paix"),
                        new Content.Media("location")),
                argumentSet(
                        "control characters",
                        Map.of("Body", "\u0000\u202e9"),
                        new Content.Text("\u0000\u202e9")),
                argumentSet(
                        "a very long text",
                        Map.of("Body", "x".repeat(20_000)),
                        new Content.Text("x".repeat(20_000))),
                argumentSet(
                        "Twilio recognised STOP in a language of its own",
                        Map.of("Body", "baja", "OptOutType", "STOP"),
                        new Content.Text("STOP")),
                argumentSet(
                        "START stays what the person wrote",
                        Map.of("Body", "oui", "OptOutType", "START"),
                        new Content.Text("oui")),
                argumentSet(
                        "an empty OptOutType",
                        Map.of("Body", "9", "OptOutType", ""),
                        new Content.Text("9")),
                argumentSet(
                        "a list on WhatsApp",
                        Map.of(
                                "From",
                                "whatsapp:+33612345678",
                                "Body",
                                "Neuf",
                                "ListId",
                                "q1:9",
                                "ListTitle",
                                "Neuf"),
                        new Content.Tap("q1:9", "Neuf", "")),
                argumentSet(
                        "SMS has no buttons",
                        Map.of("Body", "9", "ButtonPayload", "q1:1"),
                        new Content.Text("9")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "image/jpeg, photo, photo",
                "IMAGE/PNG, photo, photo",
                "image/gif, photo, photo",
                "image/webp, sticker, sticker",
                "video/mp4, video, video",
                "video/3gpp, video, video",
                "audio/ogg, audio, voice",
                "audio/ogg; codecs=opus, audio, voice",
                "audio/amr, voice, voice",
                "audio/mpeg, audio, audio",
                "audio/mp4, audio, audio",
                "text/vcard, contact, contact",
                "text/x-vcard, contact, contact",
                "application/pdf, document, document",
                "text/csv, document, document",
                "model/gltf+json, other, other",
                "nonsense, other, other",
                "/, other, other",
                "-, other, other"
            })
    void media(@Nullable String contentType, String onSms, String onWhatsapp) {
        var fields = new HashMap<>(Map.of("NumMedia", "1", "Body", ""));
        if (contentType != null) {
            fields.put("MediaContentType0", contentType);
        }

        assertThat(content(fields)).isEqualTo(new Content.Media(onSms));
        fields.put("From", "whatsapp:+33612345678");
        assertThat(content(fields)).isEqualTo(new Content.Media(onWhatsapp));
    }

    @ParameterizedTest
    @CsvSource({"image/jpeg", "video/mp4", "audio/ogg", "application/pdf", "image/webp"})
    void wordsBesideMediaCount(String contentType) {
        var fields =
                new HashMap<>(
                        Map.of("NumMedia", "1", "Body", "8", "MediaContentType0", contentType));

        assertThat(content(fields)).isEqualTo(new Content.Text("8"));
        fields.put("From", "whatsapp:+33612345678");
        assertThat(content(fields)).isEqualTo(new Content.Text("8"));
    }

    @ParameterizedTest
    @MethodSource
    void bodiesThatNobodyWrote(String body, Map<String, String> media, Content onWhatsapp) {
        var fields = new HashMap<>(media);
        fields.put("Body", body);

        assertThat(content(fields)).isEqualTo(new Content.Text(body));
        fields.put("From", "whatsapp:+33612345678");
        assertThat(content(fields)).isEqualTo(onWhatsapp);
    }

    static Stream<Arguments> bodiesThatNobodyWrote() {
        return Stream.of(
                argumentSet(
                        "the name of a file",
                        "offre 8.pdf",
                        typed("application/pdf"),
                        new Content.Media("document")),
                argumentSet(
                        "the name of a picture sent as a file",
                        "IMG_0010.JPG",
                        typed("image/jpeg"),
                        new Content.Media("photo")),
                argumentSet(
                        "a sentence with a dot",
                        "8. Merci",
                        typed("application/pdf"),
                        new Content.Text("8. Merci")),
                argumentSet(
                        "a file in a second line",
                        "STOP\nx.pdf",
                        typed("application/pdf"),
                        new Content.Text("STOP\nx.pdf")),
                argumentSet(
                        "an ending alone",
                        ".pdf",
                        typed("application/pdf"),
                        new Content.Text(".pdf")),
                argumentSet(
                        "no file at all",
                        "offre 8.pdf",
                        Map.of("NumMedia", "0"),
                        new Content.Text("offre 8.pdf")),
                argumentSet(
                        "the name of a contact",
                        "Camille 10",
                        typed("text/vcard"),
                        new Content.Media("contact")),
                argumentSet(
                        "the name of a place",
                        "8 rue de la Paix",
                        Map.of("Latitude", "48.85"),
                        new Content.Media("location")));
    }

    @ParameterizedTest
    @MethodSource
    void others(Map<String, String> fields, Class<? extends WebhookReading> reading) {
        assertThat(webhook.read(Twilio.signed(Twilio.MESSAGE, fields))).isInstanceOf(reading);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                argumentSet("an empty form", Map.of(), Malformed.class),
                argumentSet("no sender", Map.of("MessageSid", SID), Malformed.class),
                argumentSet("no id", Map.of("From", "+33612345678"), Malformed.class),
                argumentSet("blank fields", Map.of("MessageSid", "", "From", ""), Malformed.class),
                argumentSet("a number too long", from("+3361234567812345"), Malformed.class),
                argumentSet("a number too short", from("+336"), Malformed.class),
                argumentSet("a WhatsApp name", from("whatsapp:camille"), Malformed.class),
                argumentSet("other digits", from("+٣٣٦١٢٣٤٥٦٧٨"), Malformed.class),
                argumentSet(
                        "an endless id",
                        Map.of("MessageSid", "S".repeat(300), "From", "+33612345678"),
                        Malformed.class),
                argumentSet("a short code", from("36180"), Ignored.class),
                argumentSet("a name", from("My Bank"), Ignored.class),
                argumentSet("another channel", from("messenger:123"), Ignored.class));
    }

    @Test
    void fieldsOfTomorrowAreSignedAndPassedOver() {
        assertThat(
                        webhook.read(
                                form(
                                        Map.of(
                                                "Body",
                                                "9",
                                                "NewFieldOfTomorrow",
                                                " spaces  stay ",
                                                "Empty",
                                                ""))))
                .isInstanceOf(Messages.class);
    }

    @Test
    void theQueryIsSigned() {
        var path = Twilio.MESSAGE + "?tenant=a%20b";

        assertThat(
                        webhook.read(
                                Twilio.signed(
                                        path, Map.of("MessageSid", SID, "From", "+33612345678"))))
                .isInstanceOf(Messages.class);
    }

    @Test
    void repeatedFieldsAreSignedOnceAndSorted() {
        var body = "Body=9&From=%2B33612345678&MessageSid=" + SID + "&X=2&X=1&X=2";
        var signature =
                Twilio.hmac(
                        Twilio.PUBLIC
                                + Twilio.MESSAGE
                                + "Body9From+33612345678MessageSid"
                                + SID
                                + "X1X2");

        assertThat(
                        webhook.read(
                                Twilio.request(
                                        Twilio.MESSAGE,
                                        signature,
                                        body.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Messages.class);
    }

    @ParameterizedTest
    @MethodSource
    void strangers(String signature) {
        var body = "Body=9&From=%2B33612345678&MessageSid=" + SID;

        assertThat(
                        webhook.read(
                                Twilio.request(
                                        Twilio.MESSAGE,
                                        signature,
                                        body.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Forbidden.class);
    }

    static Stream<Arguments> strangers() {
        var fields = "Body9From+33612345678MessageSid" + SID;
        var good = Twilio.hmac(Twilio.PUBLIC + Twilio.MESSAGE + fields);
        return Stream.of(
                argumentSet("none", ""),
                argumentSet("nonsense", "wrong"),
                argumentSet("cut", good.substring(0, good.length() - 1)),
                argumentSet(
                        "of another URL",
                        Twilio.hmac(Twilio.PUBLIC + Twilio.MESSAGE + "?a=b" + fields)),
                argumentSet(
                        "of another host",
                        Twilio.hmac("http://evil.example" + Twilio.MESSAGE + fields)),
                argumentSet(
                        "of the host that was called",
                        Twilio.hmac("http://internal:8080" + Twilio.MESSAGE + fields)),
                argumentSet(
                        "of another text",
                        Twilio.hmac(Twilio.PUBLIC + Twilio.MESSAGE + fields.replace("9", "8"))),
                argumentSet("of the URL alone", Twilio.hmac(Twilio.PUBLIC + Twilio.MESSAGE)));
    }

    @Test
    void randomBytesNeverThrow() {
        var random = new Random(20_261_122);
        var alphabet = "=&%+ab0Z\u00e9From".getBytes(StandardCharsets.UTF_8);
        for (var round = 0; round < 5_000; round++) {
            var body = new byte[random.nextInt(60)];
            random.nextBytes(body);
            for (var i = 0; i < body.length; i += 1 + random.nextInt(3)) {
                body[i] = alphabet[random.nextInt(alphabet.length)];
            }
            assertThatCode(() -> webhook.read(Twilio.request(Twilio.MESSAGE, "x", body)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void randomFieldsNeverThrow() {
        var random = new Random(20_261_123);
        var values =
                List.of(
                        "",
                        " ",
                        "+33612345678",
                        "whatsapp:",
                        "+",
                        "\u0000",
                        "STOP",
                        "😡",
                        "x".repeat(300),
                        "%",
                        "0",
                        "-1");
        var names =
                List.of(
                        "From",
                        "MessageSid",
                        "Body",
                        "NumMedia",
                        "MediaContentType0",
                        "OptOutType",
                        "ButtonPayload",
                        "Latitude");
        for (var round = 0; round < 3_000; round++) {
            var fields = new HashMap<String, String>();
            names.forEach(name -> fields.put(name, values.get(random.nextInt(values.size()))));
            assertThatCode(() -> webhook.read(Twilio.signed(Twilio.MESSAGE, fields)))
                    .doesNotThrowAnyException();
        }
    }

    private Content content(Map<String, String> fields) {
        return webhook.read(form(fields)) instanceof Messages(var messages)
                ? messages.getFirst().content()
                : fail("not read: " + fields);
    }

    private static Map<String, String> typed(String contentType) {
        return Map.of("NumMedia", "1", "MediaContentType0", contentType);
    }

    private static WebhookRequest form(Map<String, String> fields) {
        var all = new HashMap<>(Map.of("MessageSid", SID, "From", "+33612345678"));
        all.putAll(fields);
        return Twilio.signed(Twilio.MESSAGE, all);
    }

    private static Map<String, String> from(String from) {
        return Map.of("MessageSid", SID, "Body", "9", "From", from);
    }
}
