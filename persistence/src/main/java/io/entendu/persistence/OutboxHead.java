package io.entendu.persistence;

import io.entendu.core.channel.SendResult;
import io.entendu.core.outbox.OutboxState.Status;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The head of a message owed or given up, in the words and the order of {@code written} in {@code
 * outbox.lua}.
 */
record OutboxHead(
        long sequence,
        int conversation,
        int turn,
        Status status,
        int attempts,
        boolean maybeSent,
        Instant at,
        Optional<SendResult.Reason> reason,
        Optional<String> code) {

    private static final Pattern BLANK = Pattern.compile(" ");

    /** Of a field of an outbox: a head, a line break, the message. */
    static OutboxHead of(String value) {
        var words = BLANK.split(value.substring(0, value.indexOf('\n')), -1);
        return new OutboxHead(
                Long.parseLong(words[0]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                Status.valueOf(words[6]),
                Integer.parseInt(words[7]),
                words[8].equals("1"),
                Instant.ofEpochMilli(Long.parseLong(words[11])),
                word(words[14]).map(SendResult.Reason::valueOf),
                word(words[15]));
    }

    /** Scripts keep words apart by blanks; a hyphen stands for none. */
    static Optional<String> word(String word) {
        return word.equals("-") ? Optional.empty() : Optional.of(word);
    }
}
