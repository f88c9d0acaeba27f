package io.entendu.channels.twilio;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields of an {@code application/x-www-form-urlencoded} body, by name in the order of a
 * signature. Values are kept as they came: untrimmed, empty ones too, repeated ones too.
 */
record Form(SortedMap<String, List<String>> fields) {

    private static final int HEX = 16;

    /**
     * Parses as browsers do (<a href="https://url.spec.whatwg.org/#urlencoded-parsing">URL
     * standard</a>): an escape that is none stands for itself, bytes that are no UTF-8 become
     * U+FFFD. Never throws.
     */
    static Form parse(byte[] body) {
        var fields = new TreeMap<String, List<String>>();
        var start = 0;
        for (var end = 0; end <= body.length; end++) {
            if (end == body.length || body[end] == '&') {
                if (end > start) {
                    add(fields, body, start, end);
                }
                start = end + 1;
            }
        }
        return new Form(fields);
    }

    /** The first value of this name. */
    Optional<String> first(String name) {
        return Optional.ofNullable(fields.get(name)).map(List::getFirst);
    }

    /** The first value of this name, when there is something in it. */
    Optional<String> filled(String name) {
        return first(name).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }

    private static void add(
            SortedMap<String, List<String>> fields, byte[] body, int start, int end) {
        var equals = start;
        while (equals < end && body[equals] != '=') {
            equals++;
        }
        var value = equals < end ? decode(body, equals + 1, end) : "";
        fields.computeIfAbsent(decode(body, start, equals), _ -> new ArrayList<>(1)).add(value);
    }

    private static String decode(byte[] body, int start, int end) {
        var decoded = new ByteArrayOutputStream(end - start);
        for (var i = start; i < end; i++) {
            if (body[i] == '%' && i + 2 < end && isHex(body[i + 1]) && isHex(body[i + 2])) {
                decoded.write(
                        Character.digit(body[i + 1], HEX) * HEX
                                + Character.digit(body[i + 2], HEX));
                i += 2;
            } else {
                decoded.write(body[i] == '+' ? ' ' : body[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static boolean isHex(byte digit) {
        return digit > 0 && Character.digit(digit, HEX) >= 0;
    }
}
