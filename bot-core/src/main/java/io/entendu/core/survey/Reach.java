package io.entendu.core.survey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How people come to a survey beside its id and the house's rules.
 *
 * @param keywords further words by which it is begun where it is open, in lower case
 * @param templates the approved text of the first message on WhatsApp, by language
 * @param contacts its own rules of contact
 */
public record Reach(List<String> keywords, Map<Locale, String> templates, ContactRules contacts) {

    /** By its id, by the house's templates and rules. */
    public static final Reach PLAIN = new Reach(List.of(), Map.of(), ContactRules.OF_THE_HOUSE);

    public Reach {
        keywords = List.copyOf(keywords);
        templates = Map.copyOf(templates);
    }

    /** The template in this language, by the whole tag, else by the language. */
    public Optional<String> template(Locale locale) {
        return Optional.ofNullable(templates.get(locale))
                .or(() ->
                        Optional.ofNullable(
                                templates.get(Locale.forLanguageTag(locale.getLanguage()))));
    }
}
