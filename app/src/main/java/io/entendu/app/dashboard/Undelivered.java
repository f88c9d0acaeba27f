package io.entendu.app.dashboard;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.outbox.Backlog;
import io.entendu.core.outbox.DeadLetter;
import io.entendu.core.outbox.DeadLetters;
import io.entendu.core.outbox.Lane;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has not been delivered, for the page.
 *
 * @param total of all dead letters
 * @param more whether there are more dead letters than are shown
 */
record Undelivered(List<Row> channels, List<Letter> letters, long total, boolean more) {

    /** One channel; people who wait. */
    record Row(String channel, long replies, long openings, long later, int maybeSent) {

        private static Row of(Channel channel, Backlog backlog) {
            var replies = waiting(backlog, new Lane(channel, Lane.Urgency.REPLY));
            var openings = waiting(backlog, new Lane(channel, Lane.Urgency.OPENING));
            return new Row(
                    channel.wireName(),
                    replies.now(),
                    openings.now(),
                    replies.later() + openings.later(),
                    backlog.maybeSent().getOrDefault(channel, 0));
        }

        private static Backlog.Waiting waiting(Backlog backlog, Lane lane) {
            return backlog.lanes().getOrDefault(lane, Backlog.Waiting.NOBODY);
        }
    }

    /** One dead letter. */
    record Letter(
            String id,
            String kind,
            String channel,
            String reason,
            String code,
            int attempts,
            boolean maybeSent,
            String at,
            Optional<String> conversation) {

        private static Letter of(DeadLetter letter, Locale locale) {
            var entry = letter.entry();
            return new Letter(
                    letter.id().toString(),
                    entry.messageClass().name(),
                    entry.channel().wireName(),
                    letter.reason().name(),
                    letter.code(),
                    letter.attempts(),
                    letter.maybeSent(),
                    DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                            .withLocale(locale)
                            .format(letter.at().atOffset(ZoneOffset.UTC)),
                    Optional.of(entry.conversation())
                            .filter(number -> number > 0)
                            .map(number ->
                                    new ConversationId(letter.respondent(), number).toString()));
        }
    }

    static Undelivered of(Backlog backlog, DeadLetters.Page page, Locale locale) {
        return new Undelivered(
                Stream.of(Channel.values()).map(channel -> Row.of(channel, backlog)).toList(),
                page.letters().stream().map(letter -> Letter.of(letter, locale)).toList(),
                Math.max(backlog.deadLetters(), page.letters().size()),
                page.next().isPresent());
    }
}
