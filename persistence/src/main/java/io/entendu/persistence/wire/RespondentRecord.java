package io.entendu.persistence.wire;

import io.entendu.core.channel.Channel;
import io.entendu.core.respondent.ContactHistory;
import io.entendu.core.respondent.Suppression;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A respondent without addresses and conversations, which are written apart.
 *
 * @param v version of this form
 * @param n how many conversations there have been
 * @param s suppression
 * @param i invitations let through, in milliseconds
 * @param r last refusal
 * @param w when they last wrote, by channel
 * @param o last orientation
 * @param h when they were lately helped outside of a conversation
 */
record RespondentRecord(
        int v,
        int n,
        @Nullable SuppressionRecord s,
        @Nullable List<Long> i,
        @Nullable Long r,
        @Nullable Map<String, Long> w,
        @Nullable Long o,
        @Nullable List<Long> h)
        implements Written {

    /**
     * An opt-out.
     *
     * @param at since when
     * @param ch channel
     * @param by who said so
     */
    record SuppressionRecord(long at, String ch, String by) {}

    static RespondentRecord of(
            int conversations, Optional<Suppression> suppression, ContactHistory history) {
        var wrote = new LinkedHashMap<String, Long>();
        history.lastInbound()
                .forEach((channel, at) -> wrote.put(channel.name(), at.toEpochMilli()));
        return new RespondentRecord(
                1,
                conversations,
                suppression
                        .map(s ->
                                new SuppressionRecord(
                                        s.since().toEpochMilli(),
                                        s.channel().name(),
                                        s.cause().name()))
                        .orElse(null),
                Words.each(history.invitations(), Instant::toEpochMilli),
                Words.millis(history.lastRefusal()),
                wrote,
                Words.millis(history.lastOrientation()),
                Words.each(history.courtesies(), Instant::toEpochMilli));
    }

    @Override
    public void write(Fields json) {
        json.add("v", v);
        json.add("n", n);
        json.addRare("s", s);
        json.addNumbers("i", i);
        json.add("r", r);
        json.addTimes("w", w);
        json.add("o", o);
        json.addNumbers("h", h);
    }

    Optional<Suppression> suppression() {
        return Optional.ofNullable(s)
                .map(record ->
                        new Suppression(
                                Instant.ofEpochMilli(record.at),
                                Channel.valueOf(record.ch),
                                Suppression.Cause.valueOf(record.by)));
    }

    ContactHistory history() {
        return new ContactHistory(
                Words.each(i, Instant::ofEpochMilli),
                Words.instant(r),
                lastInbound(),
                Words.instant(o),
                Words.each(h, Instant::ofEpochMilli));
    }

    private Map<Channel, Instant> lastInbound() {
        var last = new EnumMap<Channel, Instant>(Channel.class);
        Json.orEmpty(w)
                .forEach((channel, at) ->
                        last.put(Channel.valueOf(channel), Instant.ofEpochMilli(at)));
        return last;
    }
}
