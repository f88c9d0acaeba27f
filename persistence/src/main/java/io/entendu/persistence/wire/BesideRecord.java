package io.entendu.persistence.wire;

import io.entendu.core.conversation.Beside;
import io.entendu.core.conversation.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What went on beside the questions; left out where nothing did.
 *
 * @param c courtesies
 * @param r requests
 * @param l other language
 * @param n how many replies came in it
 */
record BesideRecord(
        @Nullable Integer c, @Nullable List<String> r, @Nullable String l, @Nullable Integer n) {

    static @Nullable BesideRecord of(Beside beside) {
        return beside.equals(Beside.NOTHING)
                ? null
                : new BesideRecord(
                        beside.courtesies(),
                        beside.requests().stream().map(Request::name).sorted().toList(),
                        beside.otherLanguage().map(Locale::toLanguageTag).orElse(null),
                        beside.timesInIt());
    }

    static Beside beside(@Nullable BesideRecord record) {
        return record == null
                ? Beside.NOTHING
                : new Beside(
                        Json.orZero(record.c),
                        Json.orEmpty(record.r).stream()
                                .map(Request::valueOf)
                                .collect(Collectors.toSet()),
                        Optional.ofNullable(record.l).map(Locale::forLanguageTag),
                        Json.orZero(record.n));
    }
}
