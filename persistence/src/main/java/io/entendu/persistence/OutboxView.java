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
                                .map(e -> new Owed(e.getKey(), head(e.getValue())))
                                .sorted(Comparator.comparingLong(Owed::sequence))
                                .map(Owed::state))
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
                word(words[5]).or(() -> word(reported[5])).map(SendResult.Reason::valueOf),
                word(words[6]).or(() -> word(reported[4])),
                word(words[7]),
                word(reported[3]));
    }

    private static String[] head(String value) {
        return BLANK.split(value.substring(0, value.indexOf('\n')), -1);
    }

    /** The head of an entry in the order in which {@code save} writes it. */
    private record Owed(String id, List<String> words) {

        Owed(String id, String[] words) {
            this(id, List.of(words));
        }

        long sequence() {
            return Long.parseLong(words.get(0));
        }

        OutboxState state() {
            return new OutboxState(
                    id,
                    Integer.parseInt(words.get(2)),
                    Integer.parseInt(words.get(3)),
                    Status.valueOf(words.get(6)),
                    Integer.parseInt(words.get(7)),
                    word(words.get(14)).map(SendResult.Reason::valueOf),
                    word(words.get(15)),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private static Optional<String> word(String word) {
        return word.equals("-") ? Optional.empty() : Optional.of(word);
    }
}
