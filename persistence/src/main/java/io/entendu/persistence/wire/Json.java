package io.entendu.persistence.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.module.blackbird.BlackbirdModule;

/**
 * The one JSON form of all records here: what is empty is left out, what is unknown is passed over.
 *
 * <p>Blackbird makes code for each record in place of calls through method handles, which halves
 * what reading and writing one costs. What every turn writes is {@link Written} without Jackson, in
 * the same form.
 */
final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new BlackbirdModule())
                    .changeDefaultPropertyInclusion(inclusion ->
                            inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    /** What knows its type need not look it up for every record. */
    private static final ClassValue<ObjectWriter> WRITERS =
            new ClassValue<>() {
                @Override
                protected ObjectWriter computeValue(Class<?> type) {
                    return MAPPER.writerFor(type);
                }
            };

    private static final ClassValue<ObjectReader> READERS =
            new ClassValue<>() {
                @Override
                protected ObjectReader computeValue(Class<?> type) {
                    return MAPPER.readerFor(type);
                }
            };

    private Json() {}

    static String write(Object record) {
        return WRITERS.get(record.getClass()).writeValueAsString(record);
    }

    static <T> T read(String json, Class<T> type) {
        return type.cast(READERS.get(type).readValue(json));
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : map;
    }

    static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a record of the store lacks a field");
        }
        return value;
    }

    /** A record says something that this version has no word for: a newer one wrote it. */
    static IllegalStateException unknown(String kind) {
        return new IllegalStateException(
                "a newer version wrote \"" + kind + "\", which this one cannot read");
    }
}
