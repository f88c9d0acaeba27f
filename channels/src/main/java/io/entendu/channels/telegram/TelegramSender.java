package io.entendu.channels.telegram;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.MessageSender;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.QuickReply;
import io.entendu.core.channel.SendResult;
import io.entendu.core.channel.SendResult.Accepted;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.channel.SendResult.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * Sends by <a href="https://core.telegram.org/bots/api#sendmessage">sendMessage</a>, with buttons
 * under the text.
 */
final class TelegramSender implements MessageSender {

    private final BotApi api;
    private final TelegramButtons buttons;

    TelegramSender(BotApi api, TelegramButtons buttons) {
        this.api = api;
        this.buttons = buttons;
    }

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.TELEGRAM);
    }

    @Override
    public SendResult send(OutboundMessage message) {
        var result = result(api.call(method(message)));
        if (result instanceof Accepted) {
            message.staleButtons().ifPresent(stale -> buttons.remove(message.to().value(), stale));
        }
        return result;
    }

    private static SendMessage method(OutboundMessage message) {
        var method = new SendMessage(message.to().value(), whole(message.text()));
        if (!message.rows().isEmpty()) {
            method.setReplyMarkup(
                    new InlineKeyboardMarkup(
                            message.rows().stream().map(TelegramSender::row).toList()));
        }
        return method;
    }

    /** Half of a surrogate pair becomes a question mark: Telegram refuses the whole text for it. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static InlineKeyboardRow row(List<QuickReply> replies) {
        return new InlineKeyboardRow(replies.stream().map(TelegramSender::button).toList());
    }

    private static InlineKeyboardButton button(QuickReply reply) {
        var button = new InlineKeyboardButton(reply.label());
        button.setCallbackData(reply.payload());
        return button;
    }

    private static SendResult result(Answer answer) {
        return switch (answer) {
            case Answer.Ok ok -> accepted(ok);
            case Answer.Failed failed ->
                    new Rejected(
                            TelegramErrors.reason(failed),
                            Integer.toString(failed.status()),
                            failed.retryAfter());
            case Answer.Silent() -> new Rejected(Reason.NO_ANSWER, "no_answer", Optional.empty());
            case Answer.Unreached() ->
                    new Rejected(Reason.UNAVAILABLE, "unreached", Optional.empty());
        };
    }

    private static SendResult accepted(Answer.Ok ok) {
        var id = Json.integer(ok.result(), "message_id");
        return id.isPresent()
                ? new Accepted(Long.toString(id.getAsLong()))
                : new Rejected(Reason.NO_ANSWER, "no_message_id", Optional.empty());
    }
}
