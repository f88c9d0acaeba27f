package io.entendu.channels.telegram;

import io.entendu.channels.MediaKind;
import io.entendu.core.channel.Content;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a <a href="https://core.telegram.org/bots/api#message">message</a> says. */
final class TelegramContent {

    /**
     * {@code /start}, {@code /start payload}, {@code /start@OurBot payload}; not {@code /started}.
     */
    private static final Pattern START =
            Pattern.compile("/start(?:@\\w+)?(?:\\s+(.*))?", Pattern.DOTALL);

    private TelegramContent() {}

    /** The content; empty when no person said anything. */
    static Optional<Content> of(JsonNode message) {
        var caption = Json.text(message, "caption").filter(words -> !words.isBlank());
        var text = Json.text(message, "text").or(() -> caption);
        return text.map(TelegramContent::typed)
                .or(() -> TelegramMedia.of(message).map(MediaKind::content));
    }

    /**
     * What stands on the button with these data; empty when the message does not carry it any more.
     */
    static String label(JsonNode message, String data) {
        for (var row : message.path("reply_markup").path("inline_keyboard")) {
            for (var button : row) {
                if (Json.text(button, "callback_data").filter(data::equals).isPresent()) {
                    return Json.text(button, "text").orElse("");
                }
            }
        }
        return "";
    }

    private static Content typed(String text) {
        var start = START.matcher(text);
        if (!start.matches()) {
            return new Content.Text(text);
        }
        var payload = start.group(1);
        return new Content.Start(payload == null ? "" : payload.strip());
    }
}
