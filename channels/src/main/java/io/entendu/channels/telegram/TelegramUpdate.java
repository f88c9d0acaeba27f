package io.entendu.channels.telegram;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.channel.WebhookReading;
import io.entendu.core.channel.WebhookReading.Ignored;
import io.entendu.core.channel.WebhookReading.Malformed;
import io.entendu.core.channel.WebhookReading.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One <a href="https://core.telegram.org/bots/api#update">update</a>, understood.
 *
 * @param press the button to be answered, whatever the reading
 */
record TelegramUpdate(WebhookReading reading, Optional<Press> press) {

    static TelegramUpdate read(JsonNode update) {
        var id = Json.integer(update, "update_id");
        if (id.isEmpty()) {
            return of(new Malformed("no update_id"));
        }
        var updateId = Long.toString(id.getAsLong());
        if (update.has("callback_query")) {
            var query = update.path("callback_query");
            return new TelegramUpdate(tap(updateId, query), press(query));
        }
        return of(
                update.has("message")
                        ? message(updateId, update.path("message"))
                        : new Ignored("no message and no button"));
    }

    static TelegramUpdate of(WebhookReading reading) {
        return new TelegramUpdate(reading, Optional.empty());
    }

    private static WebhookReading message(String updateId, JsonNode message) {
        var chat = message.path("chat");
        var chatId = Json.integer(chat, "id");
        if (chatId.isEmpty()) {
            return new Malformed("a message without a chat");
        }
        if (!isPrivate(chat)) {
            return new Ignored("not a private chat");
        }
        if (Json.isOddText(message, "text") || Json.isOddText(message, "caption")) {
            return new Malformed("a text that is none");
        }
        return TelegramContent.of(message)
                .<WebhookReading>map(
                        content -> one(chatId.getAsLong(), updateId, content, message.path("from")))
                .orElseGet(() -> new Ignored("a service message"));
    }

    private static WebhookReading tap(String updateId, JsonNode query) {
        var sender = Json.integer(query.path("from"), "id");
        if (sender.isEmpty() || Json.text(query, "id").isEmpty() || Json.isOddText(query, "data")) {
            return new Malformed("a button without a sender, an id or a text");
        }
        var data = Json.text(query, "data");
        if (data.isEmpty() || query.has("inline_message_id")) {
            return new Ignored("not a button of ours");
        }
        var message = query.path("message");
        if (message.isObject() && !isPrivate(message.path("chat"))) {
            return new Ignored("not a private chat");
        }
        var promptId = Json.integer(message, "message_id");
        var content =
                new Content.Tap(
                        data.get(),
                        TelegramContent.label(message, data.get()),
                        promptId.isPresent() ? Long.toString(promptId.getAsLong()) : "");
        // In a private chat the chat and the person have the same id, and a message that is too old
        // may be missing.
        return one(sender.getAsLong(), updateId, content, query.path("from"));
    }

    private static Optional<Press> press(JsonNode query) {
        return Json.text(query, "id")
                .filter(id -> !id.isBlank())
                .map(id -> new Press(id, keyboard(query.path("message"))));
    }

    private static Optional<Press.Keyboard> keyboard(JsonNode message) {
        var chatId = Json.integer(message.path("chat"), "id");
        var messageId = Json.integer(message, "message_id");
        return chatId.isPresent()
                        && messageId.isPresent()
                        && message.path("message_id").canConvertToInt()
                ? Optional.of(
                        new Press.Keyboard(
                                Long.toString(chatId.getAsLong()), (int) messageId.getAsLong()))
                : Optional.empty();
    }

    private static boolean isPrivate(JsonNode chat) {
        return Json.text(chat, "type").filter("private"::equals).isPresent();
    }

    private static Messages one(long chatId, String updateId, Content content, JsonNode from) {
        var address = new Address(Channel.TELEGRAM, Long.toString(chatId));
        return new Messages(List.of(new InboundMessage(address, updateId, content, locale(from))));
    }

    /**
     * An <a href="https://en.wikipedia.org/wiki/IETF_language_tag">IETF language tag</a>, as the
     * person set the app.
     */
    private static Optional<Locale> locale(JsonNode from) {
        return Json.text(from, "language_code")
                .map(Locale::forLanguageTag)
                .filter(locale -> !locale.getLanguage().isEmpty());
    }
}
