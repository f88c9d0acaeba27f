package io.entendu.flows;

import io.entendu.flows.wording.Template;
import io.entendu.flows.wording.TextKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads texts with places to fill in, and says which places a text may or must have. */
final class Texts {

    /** What every text of a survey may name without words for want of it. */
    static final Set<String> ABOUT_THE_SURVEY = Set.of("sender");

    private Texts() {}

    /** A text in each of the languages, under {@code key}. */
    static Map<Locale, Template> perLanguage(
            Section section, String key, List<Locale> locales, String advice, Set<String> known) {
        var texts = new LinkedHashMap<Locale, Template>();
        section.needSection(key, advice + ", by language: {fr: …}")
                .ifPresent(languages -> {
                    for (var locale : locales) {
                        var tag = locale.toLanguageTag();
                        var text = template(languages, tag, known);
                        if (!languages.has(tag)) {
                            languages.problem(tag, "is missing; " + advice);
                        }
                        text.ifPresent(t -> texts.put(locale, t));
                    }
                    languages.close();
                });
        return texts;
    }

    static Optional<Template> template(Section section, String key, Set<String> known) {
        return section.text(key, Template::of)
                .filter(template -> needsNoFact(section, key, template, known::contains));
    }

    /** An invitation may be silent, so its facts need words otherwise. */
    private static boolean needsNoFact(
            Section section, String key, Template template, Predicate<String> known) {
        var unsure = template.needed().stream().filter(name -> !known.test(name)).sorted().toList();
        unsure.forEach(name ->
                section.problem(
                        key,
                        "{"
                                + name
                                + "} may be unknown; say what stands there then: {"
                                + name
                                + "|…}"));
        return unsure.isEmpty();
    }

    /** A text and whether it says what it must. */
    static Optional<Template> text(Section section, TextKey key) {
        var name = key.wireName();
        return section.text(name, Template::of)
                .filter(template -> {
                    key.needed().stream()
                            .filter(needed -> !template.names().contains(needed))
                            .sorted()
                            .forEach(needed -> section.problem(name, "must say {" + needed + "}"));
                    if (key.saysStop() && !template.toString().contains("STOP")) {
                        section.problem(name, "must say how to end it, with the word STOP");
                    }
                    return needsNoFact(section, name, template, key::offers);
                });
    }
}
