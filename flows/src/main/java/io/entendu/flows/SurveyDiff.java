package io.entendu.flows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What differs between two revisions of a survey.
 *
 * <p>Questions and themes are matched by their ids and texts by their language, so that one that
 * has moved is not another one; their order is compared by itself.
 */
public final class SurveyDiff {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ID = "id";

    private final List<Change> changes = new ArrayList<>();

    /**
     * One difference.
     *
     * @param place such as {@code questions.score.ask.fr}; of a list without ids, the whole list;
     *     {@code questions} alone for their order, of which the values are ids
     * @param from the value before; empty when there was none
     * @param to the value after; empty when there is none any more
     */
    public record Change(String place, Optional<JsonNode> from, Optional<JsonNode> to) {}

    private SurveyDiff() {}

    /**
     * The differences in the order of the later revision, what was taken away at the end of its
     * section.
     *
     * @param from the content of a revision, as {@link SurveyLibrary#content} gives it
     * @param to the content of another
     */
    public static List<Change> between(String from, String to) {
        var diff = new SurveyDiff();
        diff.compare("", JSON.readTree(from), JSON.readTree(to));
        return List.copyOf(diff.changes);
    }

    private void compare(String place, JsonNode from, JsonNode to) {
        if (from.isObject() && to.isObject()) {
            members(place, byKey(from), byKey(to));
        } else if (isNamed(from) && isNamed(to)) {
            members(place, byId(from), byId(to));
            order(place, byId(from), byId(to));
        } else if (!from.equals(to)) {
            changes.add(new Change(place, Optional.of(from), Optional.of(to)));
        }
    }

    private void members(String place, Map<String, JsonNode> from, Map<String, JsonNode> to) {
        to.forEach((name, value) -> {
            var before = from.get(name);
            if (before == null) {
                changes.add(new Change(in(place, name), Optional.empty(), Optional.of(value)));
            } else {
                compare(in(place, name), before, value);
            }
        });
        from.forEach((name, value) -> {
            if (!to.containsKey(name)) {
                changes.add(new Change(in(place, name), Optional.of(value), Optional.empty()));
            }
        });
    }

    /** Those that are in both, where they follow one another otherwise. */
    private void order(String place, Map<String, JsonNode> from, Map<String, JsonNode> to) {
        var before = new LinkedHashSet<>(from.keySet());
        before.retainAll(to.keySet());
        var after = new LinkedHashSet<>(to.keySet());
        after.retainAll(from.keySet());
        if (!List.copyOf(before).equals(List.copyOf(after))) {
            changes.add(new Change(place, Optional.of(names(before)), Optional.of(names(after))));
        }
    }

    private static JsonNode names(Iterable<String> ids) {
        var names = JsonNodeFactory.instance.arrayNode();
        ids.forEach(names::add);
        return names;
    }

    private static String in(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static boolean isNamed(JsonNode list) {
        return list.isArray()
                && StreamSupport.stream(list.spliterator(), false)
                        .allMatch(item -> item.isObject() && item.has(ID));
    }

    private static Map<String, JsonNode> byKey(JsonNode object) {
        var members = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        return members;
    }

    private static Map<String, JsonNode> byId(JsonNode list) {
        var members = new LinkedHashMap<String, JsonNode>();
        list.forEach(item -> members.put(item.path(ID).asString(), item));
        return members;
    }
}
