package io.entendu.flows.diagram;

import io.entendu.flows.diagram.SurveyDiagram.Late;
import io.entendu.flows.diagram.SurveyDiagram.Step;
import io.entendu.flows.reading.WordList;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of diagrams in one language of their readers. */
public final class DiagramWords {

    private static final String BETWEEN = " \u00b7 ";
    private static final DiagramWords ENGLISH = read(Locale.ENGLISH);
    private static final DiagramWords FRENCH = read(Locale.FRENCH);

    private final Locale locale;
    private final Map<String, String> words;

    private DiagramWords(Locale locale, Map<String, String> words) {
        this.locale = locale;
        this.words = words;
    }

    /** French, or English for everybody else. */
    static DiagramWords of(Locale reader) {
        return reader.getLanguage().equals(Locale.FRENCH.getLanguage()) ? FRENCH : ENGLISH;
    }

    private static DiagramWords read(Locale locale) {
        return new DiagramWords(
                locale,
                WordList.lines(DiagramWords.class, "words-" + locale.getLanguage()).stream()
                        .map(line -> line.split(" = ", 2))
                        .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1])));
    }

    Locale locale() {
        return locale;
    }

    Set<String> keys() {
        return words.keySet();
    }

    /** What stands above a question: {@code 2 · trouble · one of 4}. */
    String head(Step step) {
        return step.number()
                + BETWEEN
                + step.id()
                + BETWEEN
                + step.kind()
                + (step.optional() ? BETWEEN + say("optional") : "");
    }

    /** What happens for want of a label: {@code no classification within 10 s: passed by}. */
    public String late(Late late) {
        return say(late.asked() ? "late_asked" : "late_passed", late.without());
    }

    String say(String key, Object... values) {
        var pattern = words.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no word for " + key);
        }
        return new MessageFormat(pattern, locale).format(values);
    }
}
