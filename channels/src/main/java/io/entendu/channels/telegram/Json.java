package io.entendu.channels.telegram;

import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * Looks into trees of unknown shape without coercing: a number is no text, and a fraction no
 * integer.
 */
final class Json {

    private Json() {}

    static Optional<String> text(JsonNode parent, String field) {
        var node = parent.path(field);
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    static OptionalLong integer(JsonNode parent, String field) {
        var node = parent.path(field);
        return node.isIntegralNumber() && node.canConvertToLong()
                ? OptionalLong.of(node.longValue())
                : OptionalLong.empty();
    }

    /** Whether the field is there, and no text. */
    static boolean isOddText(JsonNode parent, String field) {
        var node = parent.path(field);
        return !node.isMissingNode() && !node.isNull() && !node.isString();
    }
}
