package io.entendu.flows.check;

import io.entendu.core.reading.Reading;
import io.entendu.flows.wording.TextKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that must be answered at every moment: those of English, which the law and providers name
 * everywhere, those of the survey's languages, and those that its own texts name.
 */
record Everywhere(List<String> stop, List<String> help) {

    private static final List<List<String>> KNOWN =
            Folded.lines("everywhere").stream().map(line -> List.of(line.split(" "))).toList();
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{3,}");

    static Everywhere of(Subject subject) {
        return new Everywhere(
                words(subject, "stop", Reading.OptOut.class),
                words(subject, "help", Reading.HelpWanted.class));
    }

    private static List<String> words(
            Subject subject, String kind, Class<? extends Reading> meant) {
        var locales = subject.survey().locales();
        var known =
                Stream.concat(Stream.of(Locale.ENGLISH), locales.stream())
                        .flatMap(locale -> known(kind, locale));
        var named =
                locales.stream()
                        .flatMap(locale ->
                                named(subject, locale)
                                        .filter(word ->
                                                meant.isInstance(
                                                        subject.readAtRest(locale, word))));
        return Stream.concat(known, named).distinct().toList();
    }

    static Stream<String> known(String kind, Locale locale) {
        return KNOWN.stream()
                .filter(line -> line.get(0).equals(kind))
                .filter(line -> line.get(1).equals(locale.getLanguage()))
                .flatMap(line -> line.stream().skip(2));
    }

    /** Words in capitals where a text says how to hear no more. */
    private static Stream<String> named(Subject subject, Locale locale) {
        return Arrays.stream(TextKey.values())
                .filter(TextKey::saysStop)
                .flatMap(key ->
                        CAPITALS.matcher(subject.script().text(key, locale))
                                .results()
                                .map(MatchResult::group));
    }
}
