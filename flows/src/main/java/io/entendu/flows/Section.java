package io.entendu.flows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An object of a file, read key by key; what is missing, of the wrong kind or unknown becomes a
 * problem with its place.
 */
final class Section {

    private final Problems problems;
    private final String place;
    private final JsonNode node;
    private final Set<String> known = new HashSet<>();

    Section(Problems problems, String place, JsonNode node) {
        this.problems = problems;
        this.place = place;
        this.node = node;
        if (!node.isObject()) {
            problems.add(place, "must be a list of keys with values, such as \"id: …\"");
        }
    }

    Problems problems() {
        return problems;
    }

    /** Where it stands in the file. */
    String place() {
        return place;
    }

    String place(String key) {
        return Places.key(place, key);
    }

    void problem(String key, String advice) {
        problems.add(place(key), advice);
    }

    boolean has(String key) {
        known.add(key);
        return node.has(key) && !node.get(key).isNull();
    }

    /** A text; a number or true and false are taken as they are written. */
    Optional<String> text(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        var value = node.get(key);
        if (!value.isValueNode() || value.asString().isBlank()) {
            problem(key, "must be a text");
            return Optional.empty();
        }
        return Optional.of(value.asString());
    }

    Optional<String> needText(String key, String advice) {
        return needed(key, text(key), advice);
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
                        problem(key, String.valueOf(unreadable.getMessage()));
                        return Optional.empty();
                    }
                });
    }

    <T> Optional<T> needText(String key, String advice, Function<String, T> read) {
        return needed(key, text(key, read), advice);
    }

    /** One of a closed list of names, in lower case. */
    <E extends Enum<E>> Optional<E> needOneOf(String key, List<E> values) {
        var names = String.join(", ", values.stream().map(Section::name).toList());
        return needText(
                key,
                "write one of " + names,
                text ->
                        values.stream()
                                .filter(value -> name(value).equals(text))
                                .findFirst()
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "\""
                                                        + text
                                                        + "\" is not known; write one of "
                                                        + names)));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    Optional<Boolean> flag(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (!node.get(key).isBoolean()) {
            problem(key, "write true or false");
            return Optional.empty();
        }
        return Optional.of(node.get(key).asBoolean());
    }

    Optional<Integer> number(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (!node.get(key).isInt()) {
            problem(key, "write a whole number");
            return Optional.empty();
        }
        return Optional.of(node.get(key).asInt());
    }

    Optional<Integer> needNumber(String key, String advice) {
        return needed(key, number(key), advice);
    }

    boolean isObject(String key) {
        return has(key) && node.get(key).isObject();
    }

    Optional<JsonNode> tree(String key) {
        return has(key) ? Optional.of(node.get(key)) : Optional.empty();
    }

    /** Those of these keys that are there, as they stand. */
    JsonNode trees(List<String> keys) {
        var some = JsonNodeFactory.instance.objectNode();
        keys.stream().filter(this::has).forEach(key -> some.set(key, node.get(key)));
        return some;
    }

    Optional<Section> section(String key) {
        return has(key)
                ? Optional.of(new Section(problems, place(key), node.get(key)))
                : Optional.empty();
    }

    Optional<Section> needSection(String key, String advice) {
        return needed(key, section(key), advice);
    }

    /** The objects of a list; one alone counts as a list of one. */
    List<Section> sections(String key) {
        var sections = new ArrayList<Section>();
        items(key).forEach((at, item) -> sections.add(new Section(problems, at, item)));
        return sections;
    }

    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        items(key)
                .forEach((at, item) -> {
                    if (item.isValueNode() && !item.isNull()) {
                        texts.add(item.asString());
                    } else {
                        problems.add(at, "must be a text");
                    }
                });
        return texts;
    }

    private Map<String, JsonNode> items(String key) {
        var items = new LinkedHashMap<String, JsonNode>();
        if (has(key)) {
            var value = node.get(key);
            var list = value.isArray() ? value.valueStream().toList() : List.of(value);
            for (var item : list) {
                items.put(Places.item(place(key), items.size()), item);
            }
        }
        return items;
    }

    Stream<String> keys() {
        return node.propertyStream().map(Map.Entry::getKey);
    }

    /** Reports the keys that nobody asked for. */
    void close() {
        keys().filter(key -> !known.contains(key))
                .forEach(key ->
                        problems.addAtKey(
                                place(key),
                                known.stream()
                                        .filter(k -> Spelling.isNear(k, key))
                                        .sorted()
                                        .findFirst()
                                        .map(k -> "is not known; did you mean \"" + k + "\"?")
                                        .orElseGet(() ->
                                                "is not known here; leave it out, or use one of "
                                                        + String.join(
                                                                ", ",
                                                                known.stream()
                                                                        .sorted()
                                                                        .toList()))));
    }

    private <T> Optional<T> needed(String key, Optional<T> value, String advice) {
        if (value.isEmpty() && !has(key)) {
            problem(key, "is missing; " + advice);
        }
        return value;
    }
}
