package io.entendu.app.api;

import io.entendu.app.api.ConversationLogController.EventView;
import io.entendu.app.api.ConversationLogController.SaidView;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.ConversationEvent;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.TextId;
import io.entendu.core.reading.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One event of a log, as it is told. */
record Telling(
        List<LogEntry> log,
        int index,
        Map<TextId, String> texts,
        List<ConsentEntry> ledger,
        List<SaidView> said) {

    /** The event at this place of the log. */
    EventView event() {
        var entry = log.get(index);
        return switch (entry.event()) {
            case ConversationEvent.Replied replied -> replied(replied);
            case ConversationEvent.Edited edited ->
                    heard(
                            "edit",
                            edited.interpretation().reading(),
                            null,
                            edited.original().turn());
            case ConversationEvent.FollowedLink _ -> plain("link", null);
            case ConversationEvent.Invited _ -> plain("invited", null);
            case ConversationEvent.WentQuiet _ -> plain("quiet", null);
            case ConversationEvent.SendFailed failed ->
                    plain("undeliverable", lower(failed.reason()));
            case ConversationEvent.Withdrawn _ -> plain("withdrawn", null);
            case ConversationEvent.Classified label -> classified(label);
        };
    }

    private EventView replied(ConversationEvent.Replied replied) {
        var reading = replied.interpretation().reading();
        var rule = replied.interpretation().rule();
        var original = changed(replied);
        if (original.isPresent()) {
            return heard("edit", reading, null, original.get());
        }
        if (rule.startsWith("media.")) {
            return heard("media", reading, rule.substring("media.".length()), null);
        }
        var kind = rule.startsWith("start.") ? "start" : rule.startsWith("tap") ? "tap" : "text";
        return heard(kind, reading, null, null);
    }

    /** An edit that corrected no answer bears the name of its message, like that message. */
    private Optional<Integer> changed(ConversationEvent.Replied replied) {
        var slash = replied.messageId().lastIndexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var name = replied.messageId().substring(slash);
        return log.subList(0, index).stream()
                .filter(e ->
                        e.event() instanceof ConversationEvent.Replied earlier
                                && earlier.messageId().endsWith(name))
                .map(LogEntry::turn)
                .reduce((_, latest) -> latest);
    }

    private EventView heard(
            String kind, Reading reading, @Nullable String media, @Nullable Integer edits) {
        var entry = log.get(index);
        return new EventView(
                entry.turn(),
                entry.event().at(),
                kind,
                reading instanceof Reading.OptOut ? null : words(entry),
                ConversationController.snake(reading.getClass().getSimpleName()),
                reading instanceof Reading.LanguageWanted(var wanted)
                        ? wanted.toLanguageTag()
                        : null,
                media,
                edits,
                null,
                null,
                null,
                null,
                null,
                said);
    }

    /** As kept; of a reply to the consent question the ledger keeps them. */
    private @Nullable String words(LogEntry entry) {
        return Optional.ofNullable(texts.get(new TextId(entry.conversation(), entry.turn())))
                .or(() ->
                        ledger.stream()
                                .filter(l -> l.at().equals(entry.event().at()))
                                .map(ConsentEntry::reply)
                                .filter(reply -> !reply.isBlank())
                                .findFirst())
                .orElse(null);
    }

    private EventView plain(String kind, @Nullable String reason) {
        return new EventView(
                log.get(index).turn(),
                log.get(index).event().at(),
                kind,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                reason,
                said);
    }

    private EventView classified(ConversationEvent.Classified label) {
        return new EventView(
                log.get(index).turn(),
                label.at(),
                "classified",
                null,
                null,
                null,
                null,
                null,
                label.question().value(),
                lower(label.analysis().sentiment()),
                label.analysis().themes().stream().map(t -> t.theme().value()).toList(),
                label.analysis().flags().stream().map(Telling::lower).sorted().toList(),
                null,
                said);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
