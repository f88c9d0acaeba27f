package io.entendu.flows;

import io.entendu.core.survey.Metric;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a survey of each metric asks and says of itself unless its file says otherwise, in every
 * language that we have: {@code standard/nps.yaml} and so on.
 */
final class StandardQuestions {

    private static final String STANDARD = "standard";
    private static final String QUESTIONS = "questions";
    private static final List<String> WHOLE = List.of("taxonomy", "purpose", QUESTIONS);

    private final Map<Metric, JsonNode> byMetric;

    private StandardQuestions(Map<Metric, JsonNode> byMetric) {
        this.byMetric = Map.copyOf(byMetric);
    }

    /** Read once: they come with the program. */
    private static final class Loaded {
        private static final StandardQuestions ALL = read();
    }

    static StandardQuestions load() {
        return Loaded.ALL;
    }

    private static StandardQuestions read() {
        var byMetric = new EnumMap<Metric, JsonNode>(Metric.class);
        for (var metric : Metric.values()) {
            var name = STANDARD + "/" + name(metric) + ".yaml";
            var problems = new Problems(name);
            byMetric.put(
                    metric,
                    Yaml.parse(problems, Resources.text(name))
                            .orElseThrow(() -> new InvalidSurveyException(problems.found())));
        }
        return new StandardQuestions(byMetric);
    }

    private static String name(Metric metric) {
        return metric.name().toLowerCase(Locale.ROOT);
    }

    /** The file with what it leaves out, as far as its metric and languages tell. */
    JsonNode complete(Problems problems, JsonNode file) {
        var standard = metric(file).map(byMetric::get);
        if (standard.isEmpty()) {
            return file;
        }
        var spoken = inLanguages(standard.get(), languages(file));
        var whole = ((ObjectNode) file).deepCopy();
        for (var key : WHOLE) {
            if (!whole.hasNonNull(key)) {
                whole.set(key, spoken.path(key));
            }
        }
        if (whole.path(QUESTIONS) instanceof ArrayNode questions) {
            for (var i = 0; i < questions.size(); i++) {
                questions.set(i, question(problems, i, questions.get(i), spoken));
            }
        }
        return whole;
    }

    private static Optional<Metric> metric(JsonNode file) {
        var named = file.path("metric").asString("");
        return Stream.of(Metric.values()).filter(m -> name(m).equals(named)).findFirst();
    }

    private static List<String> languages(JsonNode file) {
        var locales = file.path("locales");
        return (locales.isArray() ? locales.valueStream() : Stream.of(locales))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    /** A question that names a standard one is that one, with what it says itself. */
    private static JsonNode question(Problems problems, int at, JsonNode asked, JsonNode standard) {
        if (!asked.hasNonNull(STANDARD)) {
            return asked;
        }
        var name = asked.path(STANDARD).asString("");
        var found =
                standard.path(QUESTIONS)
                        .valueStream()
                        .filter(q -> q.path("id").asString().equals(name))
                        .findFirst();
        if (found.isEmpty()) {
            problems.add(
                    QUESTIONS + "[" + at + "]." + STANDARD,
                    "\"" + name + "\" is not known; write score or reason");
        }
        var own = ((ObjectNode) asked).deepCopy();
        own.remove(STANDARD);
        return found.map(q -> merged(q, own)).orElse(own);
    }

    private static JsonNode merged(JsonNode standard, JsonNode own) {
        if (!standard.isObject() || !own.isObject()) {
            return own;
        }
        var all = ((ObjectNode) standard).deepCopy();
        own.properties()
                .forEach(entry -> {
                    var before = all.get(entry.getKey());
                    all.set(
                            entry.getKey(),
                            before == null ? entry.getValue() : merged(before, entry.getValue()));
                });
        return all;
    }

    /** Every text by language in these languages only, each by its whole tag. */
    private static JsonNode inLanguages(JsonNode node, List<String> languages) {
        return switch (node) {
            case ObjectNode object when isByLanguage(object) -> {
                var spoken = JsonNodeFactory.instance.objectNode();
                for (var tag : languages) {
                    var text = object.get(Locale.forLanguageTag(tag).getLanguage());
                    if (text != null) {
                        spoken.set(tag, text);
                    }
                }
                yield spoken;
            }
            case ObjectNode object -> {
                var all = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(e -> all.set(e.getKey(), inLanguages(e.getValue(), languages)));
                yield all;
            }
            case ArrayNode array -> {
                var all = JsonNodeFactory.instance.arrayNode();
                array.valueStream().forEach(item -> all.add(inLanguages(item, languages)));
                yield all;
            }
            default -> node;
        };
    }

    private static boolean isByLanguage(ObjectNode object) {
        return object.propertyNames().containsAll(SharedWording.LANGUAGES);
    }
}
