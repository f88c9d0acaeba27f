package io.entendu.app.scenario;

import io.entendu.core.channel.QuickReply;
import java.time.Instant;
import java.util.List;

/** Something said to the person. */
public record Message(String text, List<List<QuickReply>> rows, Instant at) {

    public Message {
        rows = rows.stream().map(List::copyOf).toList();
    }

    List<QuickReply> buttons() {
        return rows.stream().flatMap(List::stream).toList();
    }
}
