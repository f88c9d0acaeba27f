package io.entendu.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/**
 * A Redis server that can be started here: the one installed, else the one that comes with
 * embedded-redis.
 *
 * @param major its version: before 7, the append-only file has another form
 */
record RedisBinary(Path file, int major, int minor) {

    static final String INSTALL =
            "install it (Debian, Ubuntu: apt install redis-server; macOS: brew install redis), or run a Redis of your own and set"
                    + " entendu.redis.mode=standalone and entendu.redis.uri";

    private static final Pattern VERSION = Pattern.compile("v=(\\d+)\\.(\\d+)");

    /**
     * Finds one; the one from the jar is unpacked once into {@code directory}.
     *
     * @throws StoreRefusedException when there is none that runs
     */
    static RedisBinary find(Path directory) throws IOException {
        return installed().orElseGet(() -> unpacked(directory));
    }

    private static Optional<RedisBinary> installed() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                .filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry).resolve("redis-server"))
                .filter(Files::isExecutable)
                .findFirst()
                .flatMap(file -> asked(file).version())
                .filter(found -> found.major > 6 || (found.major == 6 && found.minor >= 2));
    }

    private static RedisBinary unpacked(Path directory) {
        var asked = asked(unpack(directory));
        return asked.version()
                .orElseThrow(() ->
                        new StoreRefusedException(
                                "no redis-server on the PATH, and the one we bring does not run here ("
                                        + asked.said().strip()
                                        + "): "
                                        + INSTALL));
    }

    private static Path unpack(Path directory) {
        var name =
                ExecutableProvider.newProvidedVersionsMap()
                        .get(OsArchitecture.detectOSandArchitecture());
        if (name == null) {
            throw new StoreRefusedException(
                    "no redis-server on the PATH, and we bring none for this system: " + INSTALL);
        }
        var file = directory.resolve(Path.of(name).getFileName().toString());
        try (var in =
                RedisBinary.class.getResourceAsStream(name.startsWith("/") ? name : "/" + name)) {
            if (in == null) {
                throw new StoreRefusedException(
                        "no redis-server on the PATH, and none was packed for this system: "
                                + INSTALL);
            }
            if (!Files.isExecutable(file)) {
                PrivateFiles.directory(directory);
                var draft = directory.resolve("unpacking");
                Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
                if (!draft.toFile().setExecutable(true, true)) {
                    throw new IOException("cannot make " + draft + " executable");
                }
                Files.move(
                        draft,
                        file,
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        } catch (IOException unwritable) {
            throw new StoreRefusedException(
                    "cannot unpack redis-server into " + directory + ": " + INSTALL, unwritable);
        }
    }

    /** What a program said to {@code --version}. */
    private record Asked(Path file, String said) {

        Optional<RedisBinary> version() {
            var version = VERSION.matcher(said);
            return version.find()
                    ? Optional.of(
                            new RedisBinary(
                                    file,
                                    Integer.parseInt(version.group(1)),
                                    Integer.parseInt(version.group(2))))
                    : Optional.empty();
        }
    }

    private static Asked asked(Path file) {
        try {
            var process =
                    new ProcessBuilder(file.toString(), "--version")
                            .redirectErrorStream(true)
                            .start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor(5, TimeUnit.SECONDS);
            return new Asked(file, said);
        } catch (IOException cannotRun) {
            return new Asked(file, String.valueOf(cannotRun.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreRefusedException("interrupted while starting Redis", stopped);
        }
    }
}
