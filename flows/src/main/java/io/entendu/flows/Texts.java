package io.entendu.flows;

import io.entendu.core.channel.Channel;
import io.entendu.flows.wording.Template;
import io.entendu.flows.wording.TextKey;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads texts with places to fill in, and says which places a text may or must have. */
final class Texts {

    /** What every text of a survey may name without words for want of it. */
    static final Set<String> ABOUT_THE_SURVEY = Set.of("sender");

    /** The text of the channels that have none of their own. */
    private static final String USUAL = "text";

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
        return read(
                section,
                key,
                (place, name, template) -> needsNoFact(place, name, template, known::contains));
    }

    /** Whether a text may stand at a place. */
    private interface Check {
        boolean fits(Section section, String key, Template template);
    }

    /** A text, or {@code {text: …, sms: …}} where a channel has its own. */
    private static Optional<Template> read(Section section, String key, Check check) {
        if (!section.isObject(key)) {
            return section.text(key, Template::of).filter(t -> check.fits(section, key, t));
        }
        return section.section(key)
                .flatMap(variants -> {
                    var own = new EnumMap<Channel, Template>(Channel.class);
                    for (var channel : Channel.values()) {
                        read(variants, channel.wireName(), check)
                                .ifPresent(text -> own.put(channel, text));
                    }
                    var usual =
                            variants.needText(
                                            USUAL,
                                            "write what is said on the other channels",
                                            Template::of)
                                    .filter(text -> check.fits(variants, USUAL, text));
                    variants.close();
                    return usual.map(text -> text.with(own));
                });
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
        return read(
                section,
                key.wireName(),
                (place, name, template) -> {
                    key.needed().stream()
                            .filter(needed -> !template.names().contains(needed))
                            .sorted()
                            .forEach(needed -> place.problem(name, "must say {" + needed + "}"));
                    if (key.saysStop() && !template.toString().contains("STOP")) {
                        place.problem(name, "must say how to end it, with the word STOP");
                    }
                    return needsNoFact(place, name, template, key::offers);
                });
    }

    /** As it stands in a file. */
    static JsonNode tree(Template text) {
        if (text.variants().isEmpty()) {
            return JsonNodeFactory.instance.stringNode(text.toString());
        }
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put(USUAL, text.toString());
        for (var channel : Channel.values()) {
            Optional.ofNullable(text.variants().get(channel))
                    .ifPresent(own -> tree.put(channel.wireName(), own.toString()));
        }
        return tree;
    }
}
