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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Just enough of a reader for the shipped taxonomy; {@code flows} has the real one. */
final class TaxonomyFile {

    private static final Pattern PAIR = Pattern.compile("(fr|en): ([^,}]+)");

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
        for (var block : Files.readString(file).split("(?m)^  - id: ", -1)) {
            if (!block.startsWith("#")) {
                themes.add(theme(block));
            }
        }
        return new Taxonomy("customer-service", 1, themes);
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
        return Map.of(Locale.FRENCH, list(part, "fr"), Locale.ENGLISH, list(part, "en"));
    }

    private static List<String> list(String part, String language) {
        var cells = line(part, language + ": \\[(.*)]");
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
