package io.entendu.flows.check;

import io.entendu.flows.check.Finding.Severity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a text tells of the invitation in one language, it tells in all of them. */
final class PlaceholderRule implements Rule {

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.script().passages().stream()
                .collect(
                        Collectors.groupingBy(
                                Passage::place, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(languages -> check(subject, languages));
    }

    private static Stream<Finding> check(Subject subject, List<Passage> languages) {
        var all =
                languages.stream()
                        .map(PlaceholderRule::facts)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toCollection(TreeSet::new));
        return languages.stream()
                .flatMap(passage ->
                        all.stream()
                                .filter(name -> !facts(passage).contains(name))
                                .map(name -> missing(subject, passage, name)));
    }

    private static Set<String> facts(Passage passage) {
        return passage.names().stream()
                .filter(Subject::isFact)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Finding missing(Subject subject, Passage passage, String name) {
        return subject.about(
                Severity.ERROR,
                passage,
                "placeholders",
                "says {"
                        + name
                        + "} in another language and not here; write {"
                        + name
                        + "|…} here"
                        + " too, or nowhere");
    }
}
