package io.entendu.persistence.wire;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON field by field. What is absent or empty is left out, as {@link Json} has it.
 *
 * <p>A turn writes five records of about ten fields. Jackson looks at each field's type, emptiness
 * and form anew and needs a generator with its buffers for each record; that was half of what
 * writing them cost.
 */
final class Fields {

    private static final int LONG_ENOUGH = 512;
    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder text = new StringBuilder(LONG_ENOUGH);

    private Fields() {}

    /** The record as an object. */
    static String write(Written record) {
        var json = new Fields();
        json.object(record);
        return json.text.toString();
    }

    void add(String name, long number) {
        name(name).append(number);
    }

    void add(String name, @Nullable Integer number) {
        if (number != null) {
            name(name).append(number.intValue());
        }
    }

    void add(String name, @Nullable Long number) {
        if (number != null) {
            name(name).append(number.longValue());
        }
    }

    void add(String name, @Nullable Boolean truth) {
        if (truth != null) {
            name(name).append(truth.booleanValue());
        }
    }

    void add(String name, @Nullable String words) {
        if (words != null && !words.isEmpty()) {
            name(name);
            quoted(words);
        }
    }

    void add(String name, @Nullable Written record) {
        if (record != null) {
            name(name);
            object(record);
        }
    }

    /** A record that is written too rarely to do so itself. */
    void addRare(String name, @Nullable Object record) {
        if (record != null) {
            name(name).append(Json.write(record));
        }
    }

    void add(String name, @Nullable List<? extends Written> records) {
        addAll(name, records, this::object);
    }

    void addNumbers(String name, @Nullable List<Long> numbers) {
        addAll(name, numbers, text::append);
    }

    void addTimes(String name, @Nullable Map<String, Long> times) {
        addAll(name, times, (key, time) -> name(key).append(time.longValue()));
    }

    void addWords(String name, @Nullable Map<String, String> words) {
        addAll(
                name,
                words,
                (key, value) -> {
                    name(key);
                    quoted(value);
                });
    }

    private <T> void addAll(String name, @Nullable List<T> values, Consumer<T> each) {
        if (values == null || values.isEmpty()) {
            return;
        }
        name(name).append('[');
        for (var value : values) {
            separate();
            each.accept(value);
        }
        text.append(']');
    }

    private <T> void addAll(
            String name, @Nullable Map<String, T> values, BiConsumer<String, T> each) {
        if (values == null || values.isEmpty()) {
            return;
        }
        name(name).append('{');
        values.forEach(each);
        text.append('}');
    }

    private void object(Written record) {
        text.append('{');
        record.write(this);
        text.append('}');
    }

    private StringBuilder name(String name) {
        separate();
        quoted(name);
        return text.append(':');
    }

    /** Between two fields or two elements stands a comma, and none before the first. */
    private void separate() {
        if (!text.isEmpty()) {
            var last = text.charAt(text.length() - 1);
            if (last != '{' && last != '[') {
                text.append(',');
            }
        }
    }

    /** <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, strings</a>. */
    private void quoted(String words) {
        text.append('"');
        var from = 0;
        for (var i = 0; i < words.length(); i++) {
            var c = words.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(words, from, i);
                escaped(c);
                from = i + 1;
            }
        }
        text.append(words, from, words.length()).append('"');
    }

    private void escaped(char c) {
        text.append('\\');
        switch (c) {
            case '"', '\\' -> text.append(c);
            case '\n' -> text.append('n');
            case '\r' -> text.append('r');
            case '\t' -> text.append('t');
            default -> text.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
        }
    }
}
