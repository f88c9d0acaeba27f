package io.entendu.flows.check;

import io.entendu.core.survey.QuestionId;
import io.entendu.flows.wording.TextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All texts of a survey with their places, as the content of its revision tells them.
 *
 * @param passages in the order of the content, shared wording included
 */
record Script(String sender, List<Passage> passages) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> OF_A_QUESTION =
            List.of("ask", "ask_without_rating", "unit", "anchors", "labels");

    Script {
        passages = List.copyOf(passages);
    }

    static Script of(String content) {
        var tree = JSON.readTree(content);
        var all = new ArrayList<Passage>();
        perLanguage(all, "purpose", tree.path("purpose"));
        for (var question : tree.path("questions")) {
            for (var key : OF_A_QUESTION) {
                perLanguage(all, question(question.path("id").asString(), key), question.path(key));
            }
        }
        perLanguage(all, "texts", tree.path("texts"));
        return new Script(tree.path("sender").asString(), all);
    }

    private static void perLanguage(List<Passage> all, String place, JsonNode languages) {
        languages
                .properties()
                .forEach(entry ->
                        add(all, place, Locale.forLanguageTag(entry.getKey()), entry.getValue()));
    }

    /** A text, a list of labels for the points of a scale, or texts by name. */
    private static void add(List<Passage> all, String place, Locale locale, JsonNode node) {
        if (node.isString()) {
            all.add(new Passage(place, locale, node.asString(), true));
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                all.add(new Passage(place + "." + i, locale, node.get(i).asString(), false));
            }
        } else {
            node.properties()
                    .forEach(entry ->
                            add(all, place + "." + entry.getKey(), locale, entry.getValue()));
        }
    }

    private static String question(String id, String key) {
        return "questions." + id + "." + key;
    }

    /** The texts below a key of a question, in all languages. */
    List<Passage> of(QuestionId question, String key) {
        var place = question(question.value(), key);
        return passages.stream()
                .filter(p -> p.place().equals(place) || p.place().startsWith(place + "."))
                .toList();
    }

    Stream<Passage> in(Locale locale) {
        return passages.stream().filter(p -> p.locale().equals(locale));
    }

    /** A text that every survey has. */
    String text(TextKey key, Locale locale) {
        var place = "texts." + key.wireName();
        return in(locale)
                .filter(p -> p.place().equals(place))
                .findFirst()
                .map(Passage::plain)
                .orElseThrow(() ->
                        new IllegalStateException("no text " + key.wireName() + " in " + locale));
    }

    /** Which of the texts that every survey has this is; empty for the survey's own. */
    static Optional<TextKey> key(Passage passage) {
        return passage.place().startsWith("texts.")
                ? Stream.of(TextKey.values())
                        .filter(key -> key.wireName().equals(passage.name()))
                        .findFirst()
                : Optional.empty();
    }
}
