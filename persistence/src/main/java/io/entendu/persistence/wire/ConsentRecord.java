package io.entendu.persistence.wire;

import io.entendu.core.channel.Channel;
import io.entendu.core.consent.ConsentEntry;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger.
 *
 * @param v version of this form
 * @param k kind
 * @param c conversation
 * @param s survey and revision
 * @param l locale
 * @param w wording
 * @param r reply
 * @param m provider's id of the reply
 * @param ch channel
 * @param at when, in milliseconds
 * @param p purpose
 */
record ConsentRecord(
        int v,
        String k,
        int c,
        @Nullable String s,
        @Nullable String l,
        @Nullable String w,
        @Nullable String r,
        @Nullable String m,
        String ch,
        long at,
        @Nullable String p) {

    static ConsentRecord of(ConsentEntry entry) {
        return new ConsentRecord(
                1,
                entry.kind().name(),
                entry.conversation(),
                entry.survey().map(Words::survey).orElse(null),
                entry.locale().toLanguageTag(),
                entry.wording(),
                entry.reply(),
                entry.providerMessageId(),
                entry.channel().name(),
                entry.at().toEpochMilli(),
                entry.purpose());
    }

    ConsentEntry entry() {
        return new ConsentEntry(
                ConsentEntry.Kind.valueOf(k),
                c,
                Optional.ofNullable(s).map(Words::survey),
                Locale.forLanguageTag(Json.orEmpty(l)),
                Json.orEmpty(w),
                Json.orEmpty(r),
                Json.orEmpty(m),
                Channel.valueOf(ch),
                Instant.ofEpochMilli(at),
                Json.orEmpty(p));
    }
}
