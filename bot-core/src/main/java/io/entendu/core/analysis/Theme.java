package io.entendu.core.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One label of a codeframe, with what a coder needs to apply it.
 *
 * @param names how it is called, by language
 * @param definition what belongs to it and what does not
 * @param keywords words that announce it, by language, lower case
 * @param examples sentences that belong to it, by language
 */
public record Theme(
        ThemeId id,
        Map<Locale, String> names,
        String definition,
        Map<Locale, List<String>> keywords,
        Map<Locale, List<String>> examples) {

    public Theme {
        names = Map.copyOf(names);
        keywords = Map.copyOf(keywords);
        examples = Map.copyOf(examples);
    }
}
