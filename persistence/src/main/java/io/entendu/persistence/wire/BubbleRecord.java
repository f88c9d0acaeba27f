package io.entendu.persistence.wire;

import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.channel.QuickReply;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bubble of the web chat.
 *
 * @param v version of this form
 * @param i id
 * @param o whether it is ours
 * @param x text
 * @param r rows of buttons
 * @param at when, in milliseconds
 */
record BubbleRecord(
        int v,
        String i,
        @Nullable Boolean o,
        @Nullable String x,
        @Nullable List<List<Button>> r,
        long at) {

    /**
     * A button.
     *
     * @param l label
     * @param p payload
     */
    record Button(@Nullable String l, @Nullable String p) {}

    static BubbleRecord of(Bubble bubble) {
        return new BubbleRecord(
                1,
                bubble.id(),
                bubble.ours() ? true : null,
                bubble.text(),
                bubble.rows().stream()
                        .map(row ->
                                row.stream().map(b -> new Button(b.label(), b.payload())).toList())
                        .toList(),
                bubble.at().toEpochMilli());
    }

    Bubble bubble() {
        return new Bubble(
                i,
                o != null && o,
                Json.orEmpty(x),
                Json.orEmpty(r).stream()
                        .map(row ->
                                row.stream()
                                        .map(b ->
                                                new QuickReply(
                                                        Json.orEmpty(b.l), Json.orEmpty(b.p)))
                                        .toList())
                        .toList(),
                Instant.ofEpochMilli(at));
    }
}
