package io.entendu.core.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an invitation said about the moment it belongs to; goes with every answer.
 *
 * @param respondent the sender's own reference for the person
 * @param reference the sender's own reference for the case
 * @param attributes further facts for the wording, at most 20
 */
public record Context(
        Optional<String> touchpoint,
        Optional<String> reference,
        Optional<String> agent,
        Optional<String> team,
        Optional<String> respondent,
        Map<String, String> attributes) {

    public static final Context NONE =
            new Context(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of());

    public Context {
        attributes = Map.copyOf(attributes);
    }

    /**
     * The facts a wording may name: the attributes, and {@code agent}, {@code team}, {@code
     * reference}, {@code touchpoint}.
     */
    public Map<String, String> variables() {
        var all = new HashMap<>(attributes);
        agent.ifPresent(value -> all.put("agent", value));
        team.ifPresent(value -> all.put("team", value));
        reference.ifPresent(value -> all.put("reference", value));
        touchpoint.ifPresent(value -> all.put("touchpoint", value));
        return Map.copyOf(all);
    }

    @Override
    public String toString() {
        return "Context[]";
    }
}
