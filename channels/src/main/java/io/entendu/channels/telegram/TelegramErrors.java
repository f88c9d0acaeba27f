package io.entendu.channels.telegram;

import io.entendu.core.channel.SendResult.Reason;
import java.util.Locale;
import java.util.Map;

/**
 * What Telegram's refusals mean. Telegram has no error codes but HTTP's; it tells the rest in an
 * English sentence that it calls "subject to change" (<a
 * href="https://core.telegram.org/bots/api#making-requests">Making requests</a>), hence the
 * comparison by parts.
 */
final class TelegramErrors {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private static final Map<String, Reason> SENTENCES =
            Map.of(
                    "bot was blocked by the user", Reason.OPTED_OUT,
                    "user is deactivated", Reason.UNREACHABLE,
                    "bot can't initiate conversation", Reason.UNREACHABLE,
                    "chat not found", Reason.UNREACHABLE);

    private TelegramErrors() {}

    static Reason reason(Answer.Failed failed) {
        if (failed.status() == TOO_MANY_REQUESTS) {
            return Reason.THROTTLED;
        }
        if (failed.status() >= SERVER_ERROR) {
            return Reason.UNAVAILABLE;
        }
        var sentence = failed.description().toLowerCase(Locale.ROOT);
        return SENTENCES.entrySet().stream()
                .filter(known -> sentence.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Reason.REFUSED);
    }
}
