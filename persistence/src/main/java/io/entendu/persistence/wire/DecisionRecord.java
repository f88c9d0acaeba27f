package io.entendu.persistence.wire;

import io.entendu.core.invitation.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the membrane said.
 *
 * @param v version of this form
 * @param k its kind
 * @param r the reason
 * @param u until when, in milliseconds
 */
record DecisionRecord(int v, String k, @Nullable String r, @Nullable Long u) {

    static DecisionRecord of(Decision decision) {
        return switch (decision) {
            case Decision.Accepted() -> new DecisionRecord(1, "accepted", null, null);
            case Decision.Delayed(var reason, var until) ->
                    new DecisionRecord(1, "delayed", reason.name(), until.toEpochMilli());
            case Decision.Refused(var reason) ->
                    new DecisionRecord(1, "refused", reason.name(), null);
        };
    }

    Decision decision() {
        return switch (k) {
            case "accepted" -> new Decision.Accepted();
            case "delayed" ->
                    new Decision.Delayed(reason(), Instant.ofEpochMilli(Json.required(u)));
            case "refused" -> new Decision.Refused(reason());
            default -> throw Json.unknown(k);
        };
    }

    private Decision.Reason reason() {
        return Decision.Reason.valueOf(Json.required(r));
    }
}
