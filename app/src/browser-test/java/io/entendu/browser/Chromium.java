package io.entendu.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine; nothing is downloaded. */
public final class Chromium {

    private Chromium() {}

    static Optional<Path> path() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** For {@code @EnabledIf}. */
    public static boolean isThere() {
        return path().isPresent();
    }
}
