package io.entendu.flows.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The word lists beside this class, or another: a line an entry, folded as {@link Reply} folds;
 * {@code #} begins a comment.
 */
public final class WordList {

    private WordList() {}

    static List<String> lines(String name) {
        return lines(WordList.class, name);
    }

    /** The entries of a list that lies beside this class. */
    public static List<String> lines(Class<?> beside, String name) {
        try (var in = beside.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("missing in the program itself: " + name + ".txt");
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "cannot read " + name + " of the program itself", broken);
        }
    }

    /** The lines before the one that says {@code divider}. */
    static List<String> before(String name, String divider) {
        var lines = lines(name);
        return lines.subList(0, lines.indexOf(divider));
    }

    /** The lines between the ones that say {@code from} and {@code to}. */
    static List<String> between(String name, String from, String to) {
        var lines = lines(name);
        return lines.subList(lines.indexOf(from) + 1, lines.indexOf(to));
    }

    /** The lines after the one that says {@code divider}. */
    static List<String> after(String name, String divider) {
        var lines = lines(name);
        return lines.subList(lines.indexOf(divider) + 1, lines.size());
    }

    /** All words of all lines. */
    static Set<String> words(String name) {
        return lines(name).stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The words of a line that begins with this name. */
    static Set<String> named(String name, String kind) {
        return lines(name).stream()
                .map(line -> List.of(line.split(" ")))
                .filter(words -> words.getFirst().equals(kind))
                .findFirst()
                .map(words -> Set.copyOf(words.subList(1, words.size())))
                .orElseThrow(
                        () -> new IllegalStateException("no " + kind + " in " + name + ".txt"));
    }
}
