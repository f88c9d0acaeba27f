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
        if (update.has("message")) {
            return of(sent(updateId, update.path("message")));
        }
        return of(
                update.has("edited_message")
                        ? edited(updateId, update.path("edited_message"))
                        : new Ignored("no message and no button"));
    }

    static TelegramUpdate of(WebhookReading reading) {
        return new TelegramUpdate(reading, Optional.empty());
    }

    private static WebhookReading sent(String updateId, JsonNode message) {
        return unfit(message)
                .orElseGet(() ->
                        TelegramContent.of(message)
                                .<WebhookReading>map(content ->
                                        one(message, changeable(updateId, message), content))
                                .orElseGet(() -> new Ignored("a service message")));
    }

    /**
     * New words for an old message. Telegram also tells of changes without any, such as a place
     * that moves, and of changes that leave the words as they were.
     */
    private static WebhookReading edited(String updateId, JsonNode message) {
        var unfit = unfit(message);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        var original = messageId(message);
        if (original.isEmpty()) {
            return new Malformed("an edited message without an id");
        }
        return TelegramContent.of(message)
                .flatMap(TelegramUpdate::words)
                .map(words -> new Content.Edited(words, original.get()))
                .<WebhookReading>map(edit -> one(message, updateId, edit))
                .orElseGet(() -> new Ignored("an edit without words"));
    }

    /** Why this is no message for us; empty when it is one. */
    private static Optional<WebhookReading> unfit(JsonNode message) {
        var chat = message.path("chat");
        if (Json.integer(chat, "id").isEmpty()) {
            return Optional.of(new Malformed("a message without a chat"));
        }
        if (!isPrivate(chat)) {
            return Optional.of(new Ignored("not a private chat"));
        }
        return Json.isOddText(message, "text") || Json.isOddText(message, "caption")
                ? Optional.of(new Malformed("a text that is none"))
                : Optional.empty();
    }

    /** What a change may put in place of an answer: typed words, no command. */
    private static Optional<String> words(Content content) {
        return content instanceof Content.Text(var text)
                ? Optional.of(text).filter(t -> !t.isBlank())
                : Optional.empty();
    }

    /** An id that ends in what an edit will name. */
    private static String changeable(String updateId, JsonNode message) {
        return messageId(message).map(id -> updateId + "/" + id).orElse(updateId);
    }

    private static Optional<String> messageId(JsonNode message) {
        var id = Json.integer(message, "message_id");
        return id.isPresent() ? Optional.of(Long.toString(id.getAsLong())) : Optional.empty();
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
        var content =
                new Content.Tap(
                        data.get(),
                        TelegramContent.label(message, data.get()),
                        messageId(message).orElse(""));
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

    private static Messages one(JsonNode message, String id, Content content) {
        var chatId = Json.integer(message.path("chat"), "id").orElseThrow();
        return one(chatId, id, content, message.path("from"));
    }

    private static Messages one(long chatId, String id, Content content, JsonNode from) {
        var address = new Address(Channel.TELEGRAM, Long.toString(chatId));
        return new Messages(List.of(new InboundMessage(address, id, content, locale(from))));
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
