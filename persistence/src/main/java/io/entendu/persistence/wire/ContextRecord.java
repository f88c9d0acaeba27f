package io.entendu.persistence.wire;

import io.entendu.core.conversation.Context;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an invitation said about its moment.
 *
 * @param t the touchpoint
 * @param r the sender's reference for the case
 * @param a the agent
 * @param g the team
 * @param p the sender's reference for the person
 * @param x further facts
 */
record ContextRecord(
        @Nullable String t,
        @Nullable String r,
        @Nullable String a,
        @Nullable String g,
        @Nullable String p,
        @Nullable Map<String, String> x) {

    static @Nullable ContextRecord of(Context context) {
        return context.equals(Context.NONE)
                ? null
                : new ContextRecord(
                        context.touchpoint().orElse(null),
                        context.reference().orElse(null),
                        context.agent().orElse(null),
                        context.team().orElse(null),
                        context.respondent().orElse(null),
                        context.attributes());
    }

    static Context context(@Nullable ContextRecord record) {
        return record == null
                ? Context.NONE
                : new Context(
                        Optional.ofNullable(record.t),
                        Optional.ofNullable(record.r),
                        Optional.ofNullable(record.a),
                        Optional.ofNullable(record.g),
                        Optional.ofNullable(record.p),
                        Json.orEmpty(record.x));
    }
}
