package io.entendu.app.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Keys and values of a file, read key by key; what is missing, of the wrong kind or unknown becomes
 * a mistake with its place. Every value is text, as it is written.
 */
final class Fields {

    private final Mistakes mistakes;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    Fields(Mistakes mistakes, Node node) {
        this.mistakes = mistakes;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            mistakes.add(node, "write keys with values here, such as \"say: yes\"");
            return;
        }
        for (var entry : mapping.getValue()) {
            var key = written(entry.getKeyNode());
            if (keys.putIfAbsent(key, entry.getKeyNode()) != null) {
                mistakes.add(entry.getKeyNode(), key + " stands here twice; leave one out");
            }
            values.put(key, entry.getValueNode());
        }
    }

    /** An empty scalar is nothing, unless it stands in quotes. */
    private static boolean isNothing(Node value) {
        return value instanceof ScalarNode scalar
                && scalar.getValue().isEmpty()
                && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    private static String written(Node key) {
        return key instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    Stream<String> keys() {
        return keys.keySet().stream();
    }

    Optional<Node> node(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key)).filter(value -> !isNothing(value));
    }

    Optional<String> text(String key) {
        return node(key).flatMap(mistakes::text);
    }

    /**
     * A text that {@code read} understands; when it throws {@link IllegalArgumentException}, its
     * message is the advice.
     */
    <T> Optional<T> text(String key, Function<String, T> read) {
        return text(key)
                .flatMap(text -> {
                    try {
                        return Optional.of(read.apply(text));
                    } catch (IllegalArgumentException unreadable) {
                        mistake(key, String.valueOf(unreadable.getMessage()));
                        return Optional.empty();
                    }
                });
    }

    <T> Optional<T> needText(String key, String advice, Function<String, T> read) {
        if (node(key).isEmpty()) {
            mistakes.add(node, key + " is missing; " + advice);
        }
        return text(key, read);
    }

    /** The texts of a list; one alone counts as a list of one. */
    Optional<List<String>> texts(String key) {
        return node(key).map(mistakes::texts);
    }

    /** Keys and values below a key; an empty value is none of them. */
    Optional<Fields> fields(String key) {
        return node(key).map(value -> new Fields(mistakes, value));
    }

    void mistake(String key, String advice) {
        var at = Optional.ofNullable(values.get(key)).orElse(node);
        mistakes.add(at, key + ": " + advice);
    }

    /** Reports the keys that nobody asked for. */
    void close() {
        keys.forEach((key, at) -> {
            if (!known.contains(key)) {
                mistakes.add(
                        at, "\"" + key + "\" is not known here; use " + String.join(", ", known));
            }
        });
    }
}
