package io.entendu.app.scenario;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes YAML that people would have written. */
final class YamlText {

    /** Needs no quotes anywhere. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}0-9+](?:[\\p{L}0-9_./+-]| (?=[\\p{L}0-9])|:(?=[0-9]))*");

    private YamlText() {}

    /** In one line. */
    static String scalar(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> quoted.append(escaped(c)));
        return quoted.append('"').toString();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default ->
                    isPrinted(character)
                            ? Character.toString(character)
                            : character <= 0xFFFF
                                    ? "\\u%04X".formatted(character)
                                    : "\\U%08X".formatted(character);
        };
    }

    /** Narrower than YAML, so that nothing invisible stands in a file. */
    private static boolean isPrinted(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /** What follows the colon of {@code expect}, for a key at this column. */
    static String expected(List<String> texts, int column) {
        return switch (texts.size()) {
            case 0 -> " []";
            case 1 -> " " + block(texts.getFirst(), column);
            default ->
                    texts.stream()
                            .map(text ->
                                    "\n" + " ".repeat(column + 2) + "- " + block(text, column + 2))
                            .collect(Collectors.joining());
        };
    }

    /** The same in one line, for keys within braces. */
    static String expectedInLine(List<String> texts) {
        return switch (texts.size()) {
            case 1 -> " " + quoted(texts.getFirst());
            default ->
                    texts.stream()
                            .map(YamlText::quoted)
                            .collect(Collectors.joining(", ", " [", "]"));
        };
    }

    /** A line a part. */
    static String parts(SequencedMap<String, Value> parts, int column) {
        return parts.entrySet().stream()
                .map(part -> "\n" + " ".repeat(column + 2) + entry(part))
                .collect(Collectors.joining());
    }

    /** Lines as lines, where that is possible; below a key or dash at this column. */
    private static String block(String text, int column) {
        return text.contains("\n")
                        && text.lines().allMatch(YamlText::isPlainLine)
                        && !text.startsWith(" ")
                        && !text.endsWith("\n")
                ? "|-\n" + indented(text, column + 2)
                : quoted(text);
    }

    private static boolean isPlainLine(String line) {
        return !line.isBlank()
                && line.equals(line.stripTrailing())
                && line.codePoints().allMatch(YamlText::isPrinted);
    }

    private static String indented(String text, int column) {
        return text.lines()
                .map(line -> " ".repeat(column) + line)
                .collect(Collectors.joining("\n"));
    }

    static String flow(SequencedMap<String, Value> parts) {
        return parts.entrySet().stream()
                .map(YamlText::entry)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String entry(Map.Entry<String, Value> entry) {
        return scalar(entry.getKey()) + ": " + entry.getValue().line();
    }
}
