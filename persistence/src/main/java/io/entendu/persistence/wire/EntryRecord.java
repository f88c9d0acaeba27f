package io.entendu.persistence.wire;

import io.entendu.core.channel.Channel;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxEntry;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message owed; its id stands beside it.
 *
 * @param v version of this form
 * @param k class
 * @param p prompt
 * @param c conversation
 * @param t turn
 * @param s survey and revision
 * @param l locale
 * @param ch channel
 * @param x variables
 * @param du due, in milliseconds
 * @param i whether it opens a conversation by invitation
 */
record EntryRecord(
        int v,
        String k,
        PromptRecord p,
        int c,
        int t,
        @Nullable String s,
        @Nullable String l,
        String ch,
        @Nullable Map<String, String> x,
        long du,
        @Nullable Boolean i)
        implements Written {

    static EntryRecord of(OutboxEntry entry) {
        return new EntryRecord(
                1,
                entry.messageClass().name(),
                PromptRecord.of(entry.prompt()),
                entry.conversation(),
                entry.turn(),
                entry.survey().map(Words::survey).orElse(null),
                entry.locale().toLanguageTag(),
                entry.channel().name(),
                entry.variables(),
                entry.due().toEpochMilli(),
                entry.invited() ? true : null);
    }

    @Override
    public void write(Fields json) {
        json.add("v", v);
        json.add("k", k);
        json.add("p", p);
        json.add("c", c);
        json.add("t", t);
        json.add("s", s);
        json.add("l", l);
        json.add("ch", ch);
        json.addWords("x", x);
        json.add("du", du);
        json.add("i", i);
    }

    OutboxEntry entry(String id) {
        return new OutboxEntry(
                id,
                MessageClass.valueOf(k),
                p.prompt(),
                c,
                t,
                Optional.ofNullable(s).map(Words::survey),
                Locale.forLanguageTag(Json.orEmpty(l)),
                Channel.valueOf(ch),
                Json.orEmpty(x),
                Instant.ofEpochMilli(du),
                i != null && i);
    }
}
