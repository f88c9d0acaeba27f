package io.entendu.app.scenario;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Closed lists as files write them: in lower case. */
final class Names {

    private Names() {}

    /**
     * The value of this name.
     *
     * @throws IllegalArgumentException with the names there are
     */
    static <E extends Enum<E>> E of(Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(value -> name(value).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(type, name)));
    }

    private static <E extends Enum<E>> String unknown(Class<E> type, String name) {
        return "\""
                + name
                + "\" is not known; write one of "
                + Stream.of(type.getEnumConstants())
                        .map(Names::name)
                        .collect(Collectors.joining(", "));
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
