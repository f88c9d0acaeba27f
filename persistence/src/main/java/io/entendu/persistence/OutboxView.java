package io.entendu.persistence;

import io.entendu.core.channel.SendResult;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.OutboxState.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that {@code outbox.lua} keeps, as staff see them. */
final class OutboxView {

    private static final Pattern BLANK = Pattern.compile(" ");

    private OutboxView() {}

    /** With what was archived, which is older. */
    static List<OutboxState> of(
            Archived archived,
            List<String> finished,
            Map<String, String> pending,
            Map<String, String> deliveries) {
        var all = archived.and(new Archived("", List.of(), List.of(), finished, deliveries));
        return of(all.finished(), pending, all.deliveries());
    }

    private static List<OutboxState> of(
            List<String> finished, Map<String, String> pending, Map<String, String> deliveries) {
        return Stream.concat(
                        finished.stream().map(line -> finished(BLANK.split(line, -1), deliveries)),
                        pending.entrySet().stream()
                                .map(e -> new Owed(e.getKey(), OutboxHead.of(e.getValue())))
                                .sorted(Comparator.comparingLong(owed -> owed.head().sequence()))
                                .map(owed -> owed(owed.id(), owed.head())))
                .toList();
    }

    /**
     * Words: id, conversation, turn, status, attempts, reason, code, provider's id; more for
     * scripts.
     */
    private static OutboxState finished(String[] words, Map<String, String> deliveries) {
        var report = deliveries.get(words[7]);
        var reported =
                report == null
                        ? new String[] {"-", "-", "-", "-", "-", "-"}
                        : BLANK.split(report, -1);
        return new OutboxState(
                words[0],
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Status.valueOf(words[3]),
                Integer.parseInt(words[4]),
                OutboxHead.word(words[5])
                        .or(() -> OutboxHead.word(reported[5]))
                        .map(SendResult.Reason::valueOf),
                OutboxHead.word(words[6]).or(() -> OutboxHead.word(reported[4])),
                OutboxHead.word(words[7]),
                OutboxHead.word(reported[3]));
    }

    private static OutboxState owed(String id, OutboxHead head) {
        return new OutboxState(
                id,
                head.conversation(),
                head.turn(),
                head.status(),
                head.attempts(),
                head.reason(),
                head.code(),
                Optional.empty(),
                Optional.empty());
    }

    private record Owed(String id, OutboxHead head) {}
}
