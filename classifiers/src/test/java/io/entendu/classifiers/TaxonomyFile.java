package io.entendu.classifiers;

import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.analysis.Theme;
import io.entendu.core.analysis.ThemeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Just enough of a reader for the shipped taxonomy; {@code flows} has the real one. */
final class TaxonomyFile {

    private static final List<Locale> LANGUAGES =
            Stream.of("fr", "en", "es", "de", "it", "pt", "nl").map(Locale::of).toList();
    private static final Pattern PAIR = Pattern.compile("([a-z]{2}): ([^,}]+)");

    private TaxonomyFile() {}

    static Taxonomy customerService() {
        try {
            return read(Path.of("../seeds/src/main/resources/taxonomies/customer-service.yaml"));
        } catch (IOException missing) {
            throw new AssertionError("run the tests from the module's folder", missing);
        }
    }

    static Taxonomy read(Path file) throws IOException {
        var themes = new ArrayList<Theme>();
        var text = Files.readString(file);
        for (var block : text.split("(?m)^  - id: ", -1)) {
            if (!block.startsWith("#")) {
                themes.add(theme(block));
            }
        }
        var version = Integer.parseInt(line(text, "version: (\\d+)"));
        return new Taxonomy("customer-service", version, themes);
    }

    private static Theme theme(String block) {
        var names = new HashMap<Locale, String>();
        var pairs = PAIR.matcher(line(block, "names: \\{.*"));
        while (pairs.find()) {
            names.put(Locale.of(pairs.group(1)), pairs.group(2).strip());
        }
        var parts = block.split("(?m)^    examples:$", -1);
        return new Theme(
                new ThemeId(block.lines().findFirst().orElseThrow().strip()),
                names,
                line(block, "definition: >-\\n([\\s\\S]*?)(?=\\n    \\w)").replaceAll("\\s+", " "),
                lists(parts[0].split("(?m)^    keywords:$", -1)[1]),
                lists(parts[1]));
    }

    private static Map<Locale, List<String>> lists(String part) {
        return LANGUAGES.stream()
                .filter(language -> part.contains("\n      " + language + ": "))
                .collect(Collectors.toMap(Function.identity(), language -> list(part, language)));
    }

    private static List<String> list(String part, Locale language) {
        var cells = line(part, "\\n      " + language + ": \\[(.*)]");
        return List.of(cells.split(", ", -1));
    }

    private static String line(String block, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(block);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern);
        }
        return matcher.group(matcher.groupCount());
    }
}
