package io.entendu.persistence.wire;

import io.entendu.core.conversation.LogEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One turn as it is remembered.
 *
 * @param v version of this form
 * @param c conversation
 * @param t turn
 * @param e what happened
 * @param s what was said
 */
record LogRecord(int v, int c, int t, EventRecord e, @Nullable List<PromptRecord> s)
        implements Written {

    static LogRecord of(LogEntry entry) {
        return new LogRecord(
                1,
                entry.conversation(),
                entry.turn(),
                EventRecord.of(entry.event()),
                Words.each(entry.said(), PromptRecord::of));
    }

    @Override
    public void write(Fields json) {
        json.add("v", v);
        json.add("c", c);
        json.add("t", t);
        json.add("e", e);
        json.add("s", s);
    }

    LogEntry entry() {
        return new LogEntry(c, t, e.event(), Words.each(s, PromptRecord::prompt));
    }
}
