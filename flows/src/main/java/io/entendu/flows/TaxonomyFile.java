package io.entendu.flows;

import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.analysis.Theme;
import io.entendu.core.analysis.ThemeId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/**
 * Reads a taxonomy: its id, its version, and its themes with names, definition, keywords and
 * examples.
 */
final class TaxonomyFile {

    private TaxonomyFile() {}

    /** Empty when there is a problem. */
    static Optional<Taxonomy> read(Problems problems, String place, JsonNode node) {
        var file = new Section(problems, place, node);
        var id = file.needText("id", "name the taxonomy, such as customer-service");
        var version = file.needNumber("version", "write 1, and one more with every change");
        var themes = file.sections("themes").stream().map(TaxonomyFile::theme).toList();
        if (themes.isEmpty()) {
            file.problem("themes", "write at least one theme");
        }
        file.close();
        return problems.isEmpty()
                ? Optional.of(
                        new Taxonomy(
                                id.orElseThrow(),
                                version.orElseThrow(),
                                themes.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    private static Optional<Theme> theme(Section section) {
        var id = section.needText("id", "name the theme, such as wait_time", ThemeId::new);
        var names =
                byLanguage(
                        section,
                        "names",
                        (languages, language) -> languages.text(language).orElse(""));
        if (names.isEmpty()) {
            section.problem(
                    "names",
                    "say what the theme is called in each language, such as {fr: Attente, en: Waiting}");
        }
        var definition =
                section.needText("definition", "say what belongs to the theme and what does not");
        var keywords = byLanguage(section, "keywords", Section::texts);
        var examples = byLanguage(section, "examples", Section::texts);
        section.close();
        return id.flatMap(i -> definition.map(d -> new Theme(i, names, d, keywords, examples)));
    }

    private static <T> Map<Locale, T> byLanguage(
            Section section, String key, BiFunction<Section, String, T> read) {
        var values = new HashMap<Locale, T>();
        section.section(key)
                .ifPresent(languages -> {
                    for (var language : languages.keys().toList()) {
                        values.put(
                                Locale.forLanguageTag(language), read.apply(languages, language));
                    }
                });
        return values;
    }
}
