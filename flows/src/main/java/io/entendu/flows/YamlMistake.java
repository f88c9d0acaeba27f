package io.entendu.flows;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** What keeps a text from being YAML, where, and what to write instead. */
record YamlMistake(Optional<Position> position, String advice) {

    private static final Pattern CHARACTER = Pattern.compile("found character '(.)");

    private static final List<String> NEVER_CLOSED =
            List.of("unexpected end of stream", "unexpected document separator");

    /** In the words of the parser, and in ours; the first that fits. */
    private record Known(String sign, String advice) {}

    private static final List<Known> KNOWN =
            List.of(
                    new Known("(TAB)", "a tab stands here; indent with blanks"),
                    new Known(
                            "cannot start any token",
                            "a text cannot begin with {character}; put it in quotes: \"…\""),
                    new Known(
                            "mapping values are not allowed",
                            "a key cannot stand here; put a text that holds a colon in quotes, and"
                                    + " write the keys of a section below each other, equally far"
                                    + " from the edge"),
                    new Known(
                            "sequence entries are not allowed",
                            "a list cannot begin here; begin it on a line of its own, or write [a, b]"),
                    new Known(
                            "unexpected end of stream",
                            "the quote that opens here is never closed; close it"),
                    new Known(
                            "unexpected document separator",
                            "the quote that opens here is never closed; close it"),
                    new Known(
                            "expected ',' or",
                            "what begins in {line} misses a comma or its closing bracket; put a text"
                                    + " that holds a colon, a comma or a bracket in quotes"),
                    new Known(
                            "<block end>",
                            "this does not go on from what stands above; indent it like its"
                                    + " neighbours, and put a text that holds quotes between quotes"
                                    + " of the other kind"),
                    new Known("expected ':'", "a key without a colon; write \"key: value\""),
                    new Known(
                            "escape",
                            "\\ begins something unknown; write \\\\ for the sign itself"));

    static YamlMistake of(JacksonException malformed, String text) {
        return switch (malformed.getCause()) {
            case MarkedYamlEngineException marked -> marked(marked);
            case ReaderException unfit -> unfit(unfit, text);
            case null, default -> other(malformed);
        };
    }

    private static YamlMistake marked(MarkedYamlEngineException marked) {
        var problem = String.valueOf(marked.getProblem());
        // A quote that nothing closes ends with the file; where it opens is of more use.
        var mark =
                NEVER_CLOSED.stream().anyMatch(problem::contains)
                        ? marked.getContextMark().or(marked::getProblemMark)
                        : marked.getProblemMark();
        return new YamlMistake(
                mark.map(YamlMistake::position), "is not YAML: " + advice(marked, problem));
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String advice(MarkedYamlEngineException marked, String problem) {
        var line = marked.getContextMark().map(mark -> mark.getLine() + 1);
        return KNOWN.stream()
                .filter(known -> problem.contains(known.sign()))
                .findFirst()
                .map(Known::advice)
                .map(advice -> advice.replace("{character}", character(problem)))
                .map(advice -> advice.replace("{line}", line.map(l -> "line " + l).orElse("?")))
                .orElse(problem);
    }

    private static String character(String problem) {
        var found = CHARACTER.matcher(problem);
        return found.find() ? found.group(1) : "this";
    }

    private static YamlMistake unfit(ReaderException unfit, String text) {
        var code = unfit.getCodePoint();
        var index = text.indexOf(code);
        return new YamlMistake(
                index < 0 ? Optional.empty() : Optional.of(position(text, index)),
                "is not YAML: holds the character U+%04X, which nobody sees; remove it"
                        .formatted(code));
    }

    private static Position position(String text, int index) {
        var before = text.substring(0, index);
        var line = before.lastIndexOf('\n') + 1;
        return new Position(
                1 + (int) before.chars().filter(c -> c == '\n').count(),
                1 + before.codePointCount(line, index));
    }

    private static YamlMistake other(JacksonException malformed) {
        if (malformed instanceof StreamConstraintsException) {
            return new YamlMistake(
                    Optional.empty(), "is no survey: " + malformed.getOriginalMessage());
        }
        return new YamlMistake(
                Optional.ofNullable(malformed.getLocation())
                        .filter(at -> at.getLineNr() > 0)
                        .map(at -> new Position(at.getLineNr(), at.getColumnNr())),
                "is not YAML as surveys use it: " + malformed.getOriginalMessage());
    }
}
