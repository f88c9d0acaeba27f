package io.entendu.app.scenario;

import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.TextId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Where a person's conversation stands, in the words of scenario files; what is expected names any
 * part of it.
 */
public final class State {

    static final State UNASSERTED = new State(new LinkedHashMap<>());

    /** Where there is nothing to tell of a part. */
    static final Value NONE = new Value.Text("none");

    /** Names of the parts, in the order in which they are shown. */
    static final List<String> PARTS =
            List.of(
                    "phase",
                    "asking",
                    "attempts",
                    "locale",
                    "answers",
                    "labels",
                    "requests",
                    "consent",
                    "stopped",
                    "invitation",
                    "disposition",
                    "endedBy");

    /** What a file's {@code end} is begun with. */
    static final List<String> AT_THE_END = List.of("disposition", "endedBy", "consent", "answers");

    private final SequencedMap<String, Value> parts;

    State(SequencedMap<String, Value> parts) {
        this.parts = new LinkedHashMap<>(parts);
    }

    SequencedMap<String, Value> parts() {
        return parts;
    }

    /**
     * Of one conversation as it is kept.
     *
     * @param ledger of its person, oldest first
     * @param stopped whether its person opted out
     */
    public static State of(
            Conversation conversation,
            Map<TextId, String> texts,
            List<ConsentEntry> ledger,
            boolean stopped) {
        return StateView.of(Optional.of(conversation), texts, ledger, stopped, Optional.empty());
    }

    /**
     * Of one that was written as a tree of maps, lists and texts, such as {@link #tree} gives.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static State of(Map<String, ?> tree) {
        var parts = new LinkedHashMap<String, Value>();
        tree.forEach((part, value) -> {
            if (PARTS.contains(part)) {
                parts.put(part, Value.ofTree(value));
            }
        });
        return new State(parts);
    }

    /** As maps, lists and texts, for JSON; what is not there is left out. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        parts.forEach((part, value) -> {
            if (!value.equals(NONE)) {
                tree.put(part, value.tree());
            }
        });
        return tree;
    }

    /** What a file says of it at the end of a scenario. */
    public State atTheEnd() {
        var some = new LinkedHashMap<String, Value>();
        for (var part : AT_THE_END) {
            var value = parts.getOrDefault(part, NONE);
            if (!value.equals(NONE)) {
                some.put(part, value);
            }
        }
        return new State(some);
    }

    /** A line a part, such as {@code asking: reason}. */
    public List<String> lines() {
        return parts.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue().line()).toList();
    }
}
