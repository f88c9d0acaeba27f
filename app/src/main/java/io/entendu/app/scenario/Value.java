package io.entendu.app.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A part of a state as a file writes it: everything is text, so that 9 and "9" are the same. */
sealed interface Value {

    record Text(String text) implements Value {}

    record Items(List<String> items) implements Value {

        public Items {
            items = List.copyOf(items);
        }
    }

    /** Equal whatever the order of the keys. */
    record Parts(SequencedMap<String, Value> parts) implements Value {

        public Parts {
            parts = new LinkedHashMap<>(parts);
        }
    }

    /** A list; of one it is that one, as people write it. */
    static Value items(List<String> items) {
        return items.size() == 1 ? new Text(items.getFirst()) : new Items(items);
    }

    static Value text(Object value) {
        return new Text(value.toString());
    }

    /** From maps, lists and texts. */
    static Value ofTree(Object tree) {
        return switch (tree) {
            case Map<?, ?> map -> {
                var parts = new LinkedHashMap<String, Value>();
                map.forEach((key, value) -> parts.put(key.toString(), ofTree(value)));
                yield new Parts(parts);
            }
            case List<?> list -> items(list.stream().map(Object::toString).toList());
            default -> text(tree);
        };
    }

    /** As maps, lists and texts. */
    default Object tree() {
        return switch (this) {
            case Text(var text) -> text;
            case Items(var items) -> items;
            case Parts(var parts) -> {
                var tree = new LinkedHashMap<String, Object>();
                parts.forEach((key, value) -> tree.put(key, value.tree()));
                yield tree;
            }
        };
    }

    /** In one line, as YAML and for people. */
    default String line() {
        return switch (this) {
            case Text(var text) -> YamlText.scalar(text);
            case Items(var items) ->
                    "[" + String.join(", ", items.stream().map(YamlText::scalar).toList()) + "]";
            case Parts(var parts) -> YamlText.flow(parts);
        };
    }
}
