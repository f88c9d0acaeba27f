package io.entendu.classifiers;

import io.entendu.core.analysis.Flag;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.Verbatim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text and what people found in it: one line of {@code {"text", "lang", "sentiment", "themes",
 * "flags"}}.
 */
public record LabelledVerbatim(
        String text, Locale locale, Sentiment sentiment, Set<String> themes, Set<Flag> flags) {

    public LabelledVerbatim {
        themes = Set.copyOf(themes);
        flags = Set.copyOf(flags);
    }

    /**
     * Reads a file of JSON lines; blank lines are passed over.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException naming the line that is not a labelled verbatim
     */
    public static List<LabelledVerbatim> read(Path file) throws IOException {
        var json = new JsonMapper();
        var labelled = new ArrayList<LabelledVerbatim>();
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                labelled.add(parse(json, line, file.getFileName() + ":" + number));
            }
        }
        return labelled;
    }

    Verbatim verbatim() {
        return new Verbatim(text, locale, "", OptionalInt.empty());
    }

    private static LabelledVerbatim parse(JsonMapper json, String line, String where) {
        try {
            var node = json.readTree(line);
            return new LabelledVerbatim(
                    node.required("text").stringValue(),
                    Locale.forLanguageTag(node.required("lang").stringValue()),
                    Sentiment.valueOf(
                            node.required("sentiment").stringValue().toUpperCase(Locale.ROOT)),
                    strings(node.path("themes")),
                    strings(node.path("flags")).stream()
                            .map(flag -> Flag.valueOf(flag.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toSet()));
        } catch (RuntimeException notLabelled) {
            throw new IllegalArgumentException("not a labelled verbatim: " + where, notLabelled);
        }
    }

    private static Set<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return "LabelledVerbatim["
                + text.length()
                + " characters, "
                + locale
                + ", "
                + sentiment
                + "]";
    }
}
