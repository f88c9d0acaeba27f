package io.entendu.classifiers;

import io.entendu.core.analysis.Flag;
import io.entendu.core.analysis.Polarity;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.analysis.Theme;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.analysis.ThemeMention;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a language model said, as far as it can be believed: closed lists, and quotations that are
 * literal.
 */
record LlmAnswer(Sentiment sentiment, List<ThemeMention> mentions, Set<Flag> flags) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Empty when this is not an answer to what was asked: no JSON, or no sentiment of the list. */
    static Optional<LlmAnswer> read(String content, MaskedText shown, Taxonomy taxonomy) {
        try {
            var answer = JSON.readTree(content);
            return oneOf(Sentiment.values(), answer.path("sentiment"))
                    .map(sentiment ->
                            new LlmAnswer(
                                    sentiment, mentions(answer, shown, taxonomy), flags(answer)));
        } catch (JacksonException garbage) {
            return Optional.empty();
        }
    }

    private static List<ThemeMention> mentions(
            JsonNode answer, MaskedText shown, Taxonomy taxonomy) {
        var mentions = new LinkedHashMap<ThemeId, ThemeMention>();
        for (var node : answer.path("themes").values()) {
            mention(node, shown, taxonomy)
                    .ifPresent(mention -> mentions.putIfAbsent(mention.theme(), mention));
        }
        return mentions.values().stream().limit(Taxonomy.MAX_THEMES).toList();
    }

    private static Optional<ThemeMention> mention(
            JsonNode node, MaskedText shown, Taxonomy taxonomy) {
        var theme =
                taxonomy.themes().stream()
                        .map(Theme::id)
                        .filter(id -> id.value().equals(node.path("theme").asString("")))
                        .findFirst();
        var polarity = oneOf(Polarity.values(), node.path("polarity"));
        var evidence = shown.original(node.path("evidence").asString(""));
        if (theme.isEmpty() || polarity.isEmpty() || evidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ThemeMention(theme.get(), polarity.get(), evidence.get()));
    }

    private static Set<Flag> flags(JsonNode answer) {
        var flags = EnumSet.noneOf(Flag.class);
        for (var node : answer.path("flags").values()) {
            oneOf(Flag.values(), node).ifPresent(flags::add);
        }
        return flags;
    }

    private static <E extends Enum<E>> Optional<E> oneOf(E[] values, JsonNode node) {
        var name = node.asString("").toUpperCase(Locale.ROOT);
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
