package io.entendu.classifiers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Files that ship inside this package. A missing one is a broken build. */
final class Resources {

    private Resources() {}

    static InputStream open(String name) {
        var stream = Resources.class.getResourceAsStream(name);
        if (stream == null) {
            throw new UncheckedIOException(new FileNotFoundException(name));
        }
        return stream;
    }

    /** Lines without comments and blank ones. */
    static List<String> lines(String name) {
        try (var stream = open(name)) {
            return new String(stream.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
