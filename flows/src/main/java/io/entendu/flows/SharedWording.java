package io.entendu.flows;

import io.entendu.flows.wording.Template;
import io.entendu.flows.wording.TextKey;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The texts that surveys share, by language: {@code wording/fr.yaml} and so on. */
final class SharedWording {

    /** Each has a file with all the texts. */
    static final List<String> LANGUAGES = List.of("fr", "en", "es", "de", "it", "pt", "nl");

    private final Map<String, Map<TextKey, Template>> byLanguage;
    private final Map<TextKey, Template> otherwise;

    private SharedWording(
            Map<String, Map<TextKey, Template>> byLanguage, Map<TextKey, Template> otherwise) {
        this.byLanguage = Map.copyOf(byLanguage);
        this.otherwise = otherwise;
    }

    /** Read once: it comes with the program. */
    private static final class Loaded {
        private static final SharedWording ALL = read();
    }

    static SharedWording load() {
        return Loaded.ALL;
    }

    private static SharedWording read() {
        var byLanguage = new HashMap<String, Map<TextKey, Template>>();
        for (var language : LANGUAGES) {
            var name = "wording/" + language + ".yaml";
            var problems = new Problems(name);
            var tree =
                    Yaml.parse(problems, Resources.text(name))
                            .orElseThrow(() -> new InvalidSurveyException(problems.found()));
            var section = new Section(problems, "", tree);
            var texts = new EnumMap<TextKey, Template>(TextKey.class);
            Stream.of(TextKey.values())
                    .forEach(key -> Texts.text(section, key).ifPresent(t -> texts.put(key, t)));
            section.close();
            Stream.of(TextKey.values())
                    .filter(key -> !texts.containsKey(key))
                    .forEach(key -> problems.add(key.wireName(), "is missing; write it"));
            if (!problems.isEmpty()) {
                throw new InvalidSurveyException(problems.found());
            }
            byLanguage.put(language, texts);
        }
        return new SharedWording(byLanguage, Map.of());
    }

    /** All texts, or none where the language is not among ours. */
    Map<TextKey, Template> of(Locale locale) {
        return byLanguage.getOrDefault(locale.getLanguage(), otherwise);
    }

    /**
     * For revisions of earlier, which nobody can mend: a text that was added since is said in
     * English where the language is not among ours.
     */
    SharedWording forEarlier() {
        return new SharedWording(byLanguage, of(Locale.ENGLISH));
    }
}
