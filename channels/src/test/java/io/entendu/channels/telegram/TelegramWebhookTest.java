package io.entendu.channels.telegram;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramWebhookTest {

    private static final Address CAMILLE = new Address(Channel.TELEGRAM, "5000000001");

    private final Webhook webhook =
            new TelegramWebhook(Telegram.settings(TelegramSettings.DEFAULT_API_URL));

    @ParameterizedTest
    @MethodSource
    void messages(String payload, String id, Content content) {
        var message = new InboundMessage(CAMILLE, id, content, Optional.of(Locale.CANADA_FRENCH));

        assertThat(webhook.read(Telegram.request(Telegram.payload(payload))))
                .isEqualTo(new Messages(List.of(message)));
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                argumentSet(
                        "typed words",
                        "text",
                        "700000001/7",
                        new Content.Text("Trop d'attente 😡")),
                argumentSet(
                        "a link was followed",
                        "start-link",
                        "700000002/1",
                        new Content.Start("3q2-7wAAAAAAAAAAAAAAAA")),
                argumentSet(
                        "a caption counts as words",
                        "photo-with-caption",
                        "700000003/8",
                        new Content.Text("La file d'attente")),
                argumentSet("a voice note", "voice", "700000004/9", new Content.Media("voice")),
                argumentSet(
                        "a GIF is no document", "gif", "700000005/10", new Content.Media("video")),
                argumentSet(
                        "words were changed", "edited", "700000013", new Content.Edited("3", "7")),
                argumentSet("a button", "tap", "700000007", new Content.Tap("q1:9", "9 🙂", "12")),
                argumentSet(
                        "a button whose message is too old",
                        "tap-on-inaccessible",
                        "700000008",
                        new Content.Tap("q1:2", "", "13")),
                argumentSet(
                        "a button without its message",
                        "tap-without-message",
                        "700000009",
                        new Content.Tap("q1:2", "", "")));
    }

    @ParameterizedTest
    @MethodSource
    void starts(String text, Content content) {
        var update = Telegram.payload("text").replace("Trop d'attente 😡", text);

        assertThat(webhook.read(Telegram.request(update)))
                .isInstanceOfSatisfying(
                        Messages.class,
                        m -> assertThat(m.messages().getFirst().content()).isEqualTo(content));
    }

    static Stream<Arguments> starts() {
        return Stream.of(
                argumentSet("alone", "/start", new Content.Start("")),
                argumentSet(
                        "with a survey",
                        "/start nps-after-call",
                        new Content.Start("nps-after-call")),
                argumentSet(
                        "with the bot's name", "/start@EntenduBot enps", new Content.Start("enps")),
                argumentSet(
                        "with the bot's name alone", "/start@EntenduBot", new Content.Start("")),
                argumentSet("with blanks around", "/start   enps  ", new Content.Start("enps")),
                argumentSet("another command", "/started", new Content.Text("/started")),
                argumentSet("in the middle", "please /start", new Content.Text("please /start")));
    }

    @Test
    void aMessageWithoutANumberHasTheUpdatesId() {
        var update = Telegram.payload("text").replace("\"message_id\":7,", "");

        assertThat(read(update).id()).isEqualTo("700000001");
    }

    @Test
    void anEditNamesTheEndOfTheIdThatTheMessageHad() {
        var original = read(Telegram.payload("text"));
        var first = read(Telegram.payload("edited"));
        var second = read(Telegram.payload("edited").replace("700000013", "700000014"));

        assertThat(List.of(first, second))
                .extracting(InboundMessage::content)
                .allSatisfy(content ->
                        assertThat(content)
                                .isInstanceOfSatisfying(
                                        Content.Edited.class,
                                        edited ->
                                                assertThat(original.id())
                                                        .endsWith("/" + edited.original())));
        assertThat(List.of(original.id(), first.id(), second.id())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource
    void edits(String field, String change, Class<? extends WebhookReading> reading) {
        var update = Telegram.payload("edited").replace(field, change);

        assertThat(update).isNotEqualTo(Telegram.payload("edited"));
        assertThat(webhook.read(Telegram.request(update))).isInstanceOf(reading);
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                argumentSet("a command", "\"3\"", "\"/start enps\"", Ignored.class),
                argumentSet("nothing but blanks", "\"3\"", "\"  \"", Ignored.class),
                argumentSet(
                        "a place that moves",
                        "\"text\":\"3\"",
                        "\"location\":{\"latitude\":48.85,\"longitude\":2.35}",
                        Ignored.class),
                argumentSet(
                        "a picture in place of another",
                        "\"text\":\"3\"",
                        "\"photo\":[]",
                        Ignored.class),
                argumentSet("a group", "\"private\"", "\"supergroup\"", Ignored.class),
                argumentSet("a channel", "edited_message", "edited_channel_post", Ignored.class),
                argumentSet("no number", "\"message_id\":7,", "", Malformed.class),
                argumentSet(
                        "a number that is a text",
                        "\"message_id\":7,",
                        "\"message_id\":\"7\",",
                        Malformed.class),
                argumentSet("a text that is a number", "\"3\"", "3", Malformed.class),
                argumentSet("no chat", "\"chat\"", "\"chap\"", Malformed.class));
    }

    @Test
    void aChangedCaptionCountsAsWords() {
        var update =
                Telegram.payload("photo-with-caption").replace("\"message\"", "\"edited_message\"");

        assertThat(read(update).content()).isEqualTo(new Content.Edited("La file d'attente", "8"));
    }

    @ParameterizedTest
    @CsvSource({
        "photo, photo",
        "live_photo, photo",
        "video, video",
        "video_note, video",
        "animation, video",
        "voice, voice",
        "audio, audio",
        "sticker, sticker",
        "dice, sticker",
        "document, document",
        "location, location",
        "venue, location",
        "contact, contact",
        "poll, other",
        "game, other",
        "story, other",
        "paid_media, other",
        "checklist, other",
        "rich_message, other"
    })
    void media(String field, String kind) {
        assertThat(read(with("\"" + field + "\":{}")).content()).isEqualTo(new Content.Media(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo", "video", "voice", "audio", "document", "animation"})
    void captionsAreWords(String field) {
        var media = "\"" + field + "\":{}";

        assertThat(read(with(media + ",\"caption\":\"8, rien à dire\"")).content())
                .isEqualTo(new Content.Text("8, rien à dire"));
        assertThat(read(with(media + ",\"caption\":\"\"")).content())
                .isInstanceOf(Content.Media.class);
    }

    @ParameterizedTest
    @CsvSource({
        "location, venue, location",
        "document, animation, video",
        "photo, live_photo, photo"
    })
    void fieldsThatOnlyComeAlong(String older, String field, String kind) {
        var media = "\"" + older + "\":{},\"" + field + "\":{}";

        assertThat(read(with(media)).content()).isEqualTo(new Content.Media(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pinned",
                "tap-in-group",
                "game",
                "group",
                "channel-post",
                "kicked",
                "tomorrow"
            })
    void notForUs(String payload) {
        assertThat(webhook.read(Telegram.request(Telegram.payload(payload))))
                .isInstanceOf(Ignored.class);
    }

    @ParameterizedTest
    @MethodSource
    void unreadable(byte[] body) {
        assertThat(webhook.read(Telegram.request(Telegram.SECRET, body)))
                .isInstanceOf(Malformed.class);
        assertThat(webhook.read(Telegram.request("wrong", body))).isInstanceOf(Forbidden.class);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                garbage("nothing", ""),
                garbage("a beginning", "{"),
                garbage("null", "null"),
                garbage("a list", "[]"),
                garbage("a text", "\"text\""),
                argumentSet("control bytes", (Object) new byte[] {0, (byte) 0xff, (byte) 0xfe}),
                garbage("ten objects", "{}".repeat(10)),
                garbage("a deep list", "[".repeat(20_000)),
                garbage(
                        "a deep object",
                        "{\"update_id\":1,\"message\":" + "{\"reply_to_message\":".repeat(20_000)),
                garbage("a deep closed list", "[".repeat(20_000) + "]".repeat(20_000)),
                garbage("an id that is a text", "{\"update_id\":\"x\"}"),
                garbage("an id that is a fraction", "{\"update_id\":1.5,\"message\":{}}"),
                garbage("no id", "{\"message\":{\"text\":1}}"),
                garbage("XML", "<xml/>"),
                garbage("a huge id", "{\"update_id\":9999999999999999999999,\"message\":{}}"),
                garbage("an endless number", "{\"update_id\":" + "9".repeat(100_000) + "}"),
                garbage("a message that is a list", "{\"update_id\":1,\"message\":[]}"),
                garbage(
                        "a chat that is a number",
                        "{\"update_id\":1,\"message\":{\"chat\":1,\"text\":\"9\"}}"),
                garbage(
                        "a text that is a number",
                        "{\"update_id\":1,\"message\":{\"chat\":{\"id\":1,\"type\":\"private\"},\"text\":9}}"),
                garbage("a tap without anything", "{\"update_id\":1,\"callback_query\":{}}"),
                garbage("a tap that is a text", "{\"update_id\":1,\"callback_query\":\"x\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wrong",
                Telegram.SECRET + "x",
                "entendu_test-secre",
                "ENTENDU_TEST-SECRET"
            })
    void strangers(String secret) {
        var body = Telegram.payload("text").getBytes(StandardCharsets.UTF_8);

        assertThat(webhook.read(Telegram.request(secret, body))).isInstanceOf(Forbidden.class);
    }

    @Test
    void strangersWithoutAHeader() {
        assertThat(webhook.read(new WebhookRequest("/webhooks/telegram", Map.of(), new byte[0])))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void everybodyIsAStrangerWhereUpdatesArePolled() {
        var polling = new TelegramWebhook(new TelegramSettings(Telegram.TOKEN, ""));

        assertThat(polling.read(Telegram.request("", new byte[0]))).isInstanceOf(Forbidden.class);
    }

    @Test
    void randomBytesNeverThrow() {
        var random = new Random(20_261_122);
        var seeds = List.of("text", "tap", "start-link", "kicked", "edited", "gif");
        for (var round = 0; round < 5_000; round++) {
            var body =
                    Telegram.payload(seeds.get(round % seeds.size()))
                            .getBytes(StandardCharsets.UTF_8);
            for (var change = 0; change <= round % 8; change++) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() ->
                            assertThat(webhook.read(Telegram.request(Telegram.SECRET, body)))
                                    .isInstanceOf(WebhookReading.class))
                    .doesNotThrowAnyException();
        }
    }

    private InboundMessage read(String update) {
        return webhook.read(Telegram.request(update)) instanceof Messages(var messages)
                ? messages.getFirst()
                : fail("not read: " + update);
    }

    /** A message with these fields in place of its text. */
    private static String with(String fields) {
        return Telegram.payload("text").replace("\"text\":\"Trop d'attente 😡\"", fields);
    }

    private static Arguments garbage(String name, String body) {
        return argumentSet(name, (Object) body.getBytes(StandardCharsets.UTF_8));
    }
}
