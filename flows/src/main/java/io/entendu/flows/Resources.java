package io.entendu.flows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Files that come with the program. */
final class Resources {

    private Resources() {}

    static Optional<String> find(String name) {
        try (var in = Resources.class.getClassLoader().getResourceAsStream(name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "cannot read " + name + " of the program itself", broken);
        }
    }

    static String text(String name) {
        return find(name)
                .orElseThrow(
                        () -> new IllegalStateException("missing in the program itself: " + name));
    }
}
