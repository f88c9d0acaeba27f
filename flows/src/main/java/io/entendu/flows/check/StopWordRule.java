package io.entendu.flows.check;

import io.entendu.core.reading.Reading;
import io.entendu.flows.check.Finding.Severity;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who is told "STOP or FINISH" may send either. */
final class StopWordRule implements Rule {

    private static final Pattern BESIDE_STOP =
            Pattern.compile(
                    "\\bSTOP\"?(?:\\s*/\\s*|\\s+(?:or|and|ou|et|o|u|y|oder|und|oppure|e|of|en)\\s+)\"?(\\p{Lu}{2,})"
                            + "|(\\p{Lu}{2,})\"?\\s*/\\s*\"?STOP\\b",
                    Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.script().passages().stream()
                .flatMap(passage ->
                        BESIDE_STOP
                                .matcher(passage.plain())
                                .results()
                                .map(found ->
                                        Optional.ofNullable(found.group(1)).orElse(found.group(2)))
                                .filter(word -> !isUnderstood(subject, passage, word))
                                .map(word -> finding(subject, passage, word)));
    }

    /** It may be named for another reason: to say yes, or to come back. */
    private static boolean isUnderstood(Subject subject, Passage passage, String word) {
        var atRest = subject.readAtRest(passage.locale(), word);
        var toConsent = subject.readConsent(passage.locale(), word);
        return Readings.isGlobal(atRest)
                || toConsent instanceof Reading.Agreed
                || toConsent instanceof Reading.Declined;
    }

    private static Finding finding(Subject subject, Passage passage, String word) {
        return subject.about(
                Severity.ERROR,
                passage,
                "stop-word",
                "\""
                        + word
                        + "\" is named beside STOP and read as "
                        + Readings.name(subject.readAtRest(passage.locale(), word))
                        + "; leave it out, or name a word that ends it");
    }
}
