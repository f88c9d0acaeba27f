package io.entendu.persistence.wire;

import io.entendu.core.conversation.TextId;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.core.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small values as one word or number each. */
final class Words {

    private Words() {}

    static String span(Span span) {
        return span.start() + "-" + span.end();
    }

    static Span span(String word) {
        var dash = word.indexOf('-');
        return new Span(
                Integer.parseInt(word.substring(0, dash)),
                Integer.parseInt(word.substring(dash + 1)));
    }

    static TextId textId(String word) {
        var dot = word.indexOf('.');
        return new TextId(
                Integer.parseInt(word.substring(0, dot)),
                Integer.parseInt(word.substring(dot + 1)));
    }

    static String survey(SurveyKey key) {
        return key.id() + "@" + key.revision();
    }

    static SurveyKey survey(String word) {
        var at = word.indexOf('@');
        return new SurveyKey(new SurveyId(word.substring(0, at)), word.substring(at + 1));
    }

    /** Words with a blank between them. */
    static Stream<String> all(String joined) {
        return joined.isEmpty() ? Stream.of() : Stream.of(joined.split(" "));
    }

    /** Each in its other form; none where there are none. */
    static <A, B> List<B> each(@Nullable List<A> values, Function<? super A, ? extends B> form) {
        if (values == null || values.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<B>(values.size());
        for (var value : values) {
            all.add(form.apply(value));
        }
        return Collections.unmodifiableList(all);
    }

    static @Nullable Long millis(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(null);
    }

    static Optional<Instant> instant(@Nullable Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }
}
