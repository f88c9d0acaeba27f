package io.entendu.app.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A product that is broken on purpose, so that the checker can be seen to find it: between one of
 * its scripts and Redis something stands that lies. The built jar is changed where it was unpacked
 * for the run; the product has no switch for it.
 *
 * @param lie Lua that sees each {@code command} on a {@code key} and all of it as {@code ...}, and
 *     may answer in place of Redis, to which it may speak by {@code honest}
 * @param wire what the wire to the providers does with each message
 */
record Sabotage(String script, String lie, Mood wire) {

    static final Sabotage NONE = new Sabotage("", "", Mood.WELL);

    /** Between this script and Redis. */
    static Sabotage of(String script, String lie) {
        return new Sabotage(script, lie, Mood.WELL);
    }

    private static final String SCRIPTS = "io/entendu/persistence/";

    /** Changes the script in the jar that holds it. */
    void strike(Path libraries) {
        if (script.isEmpty()) {
            return;
        }
        try (var jars = Files.newDirectoryStream(libraries, "persistence-*.jar")) {
            for (var jar : jars) {
                try (var files = FileSystems.newFileSystem(jar)) {
                    var file = files.getPath(SCRIPTS + script + ".lua");
                    Files.writeString(file, between() + Files.readString(file));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String between() {
        return """
        local honest = redis.call
        local redis = {call = function(...)
          local command, key = ...
          key = key or ''
          %s
          return honest(...)
        end}
        """
                .formatted(lie);
    }
}
