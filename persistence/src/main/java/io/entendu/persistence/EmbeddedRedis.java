package io.entendu.persistence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.entendu.persistence.LocalServer.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A Redis of our own, with its files in the data directory: every write is in an append-only file
 * within about a second, so that a kill of the application loses nothing and a power failure a
 * second at most.
 *
 * <p>It runs apart from this process, so that neither a kill nor Ctrl-C takes it away in the middle
 * of something; whoever starts next on the same directory finds it and goes on with it.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final int TRIES = 5;
    private static final Duration STARTING = Duration.ofSeconds(15);
    private static final Duration LOADING = Duration.ofMinutes(10);
    private static final Duration ENDING = Duration.ofSeconds(4);
    private static final Duration BREATH = Duration.ofMillis(20);

    private final RedisDirectory directory;
    private final LocalServer server;
    private final boolean found;

    private EmbeddedRedis(RedisDirectory directory, LocalServer server, boolean found) {
        this.directory = directory;
        this.server = server;
        this.found = found;
    }

    /**
     * Starts a Redis on the files in {@code dataDirectory}, or goes on with one that a killed
     * process left running; returns when it can be used.
     *
     * @throws StoreRefusedException when another process uses the directory, or no Redis runs here;
     *     the message says what to do
     */
    public static EmbeddedRedis start(Path dataDirectory) {
        try {
            var directory = RedisDirectory.own(dataDirectory);
            try {
                return start(directory);
            } catch (IOException | RuntimeException failed) {
                directory.close();
                throw failed;
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "cannot use "
                            + dataDirectory.toAbsolutePath()
                            + "; is it writable for us, and is there room?",
                    unusable);
        }
    }

    private static EmbeddedRedis start(RedisDirectory directory) throws IOException {
        var left = left(directory);
        if (left.isPresent()) {
            return new EmbeddedRedis(directory, left.get(), true);
        }
        var binary = RedisBinary.find(directory.file("bin"));
        if (directory.isWrittenByRedis7() && binary.major() < 7) {
            throw new StoreRefusedException(
                    "the data in "
                            + directory.path()
                            + " was written by Redis 7 or newer, and only Redis "
                            + binary.major()
                            + "."
                            + binary.minor()
                            + " is here: "
                            + RedisBinary.INSTALL);
        }
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var server = new LocalServer(freePort(), directory.password());
            launch(directory, binary, server);
            if (isUp(directory, server)) {
                return new EmbeddedRedis(directory, server, false);
            }
        }
        throw new StoreRefusedException(
                "Redis found no free port in "
                        + TRIES
                        + " attempts; see "
                        + directory.file("redis.log"));
    }

    /**
     * The server that a killed process left. One that hangs on to the files without answering is
     * ended: two would spoil them.
     */
    private static Optional<LocalServer> left(RedisDirectory directory) throws IOException {
        var port = directory.lastPort();
        if (port.isEmpty()) {
            return Optional.empty();
        }
        var server = new LocalServer(port.get(), directory.password());
        var state = server.ask(directory.path());
        if (state == State.LOADING) {
            isUp(directory, server);
            state = server.ask(directory.path());
        }
        if (state == State.READY) {
            return Optional.of(server);
        }
        process(directory, server).ifPresent(EmbeddedRedis::kill);
        return Optional.empty();
    }

    /**
     * The process of this server, if it still is one: process ids are used again, so what runs
     * under it must look like ours.
     */
    private static Optional<ProcessHandle> process(RedisDirectory directory, LocalServer server)
            throws IOException {
        var process = directory.lastPid().flatMap(ProcessHandle::of);
        if (process.isEmpty()) {
            return process;
        }
        var title = Path.of("/proc", String.valueOf(process.get().pid()), "cmdline");
        var isOurs =
                Files.isReadable(title)
                        ? Files.readString(title, ISO_8859_1).contains(":" + server.port())
                        : process.get().info().command().orElse("").contains("redis-server");
        return process.filter(_ -> isOurs);
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit()
                .orTimeout(ENDING.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(_ -> process)
                .join();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * The port is noted first: a kill at any moment leaves nothing that the next start cannot find.
     */
    private static void launch(RedisDirectory directory, RedisBinary binary, LocalServer server)
            throws IOException {
        Files.deleteIfExists(directory.file("redis.pid"));
        Files.deleteIfExists(directory.file("redis.log"));
        PrivateFiles.write(directory.file("port"), String.valueOf(server.port()));
        PrivateFiles.write(directory.file("redis.conf"), configuration(directory.path(), server));
        var output = directory.file("start.log").toFile();
        var process =
                new ProcessBuilder(
                                binary.file().toString(), directory.file("redis.conf").toString())
                        .directory(directory.path().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output)
                        .start();
        if (!isWindows() && exit(process) != 0) {
            throw new StoreRefusedException(
                    binary.file()
                            + " does not start ("
                            + Files.readString(output.toPath()).strip()
                            + "): "
                            + RedisBinary.INSTALL);
        }
    }

    /** It goes to the background by itself; the process we started ends at once. */
    private static int exit(Process process) {
        try {
            return process.waitFor(STARTING.toSeconds(), TimeUnit.SECONDS)
                    ? process.exitValue()
                    : 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreRefusedException("interrupted while starting Redis", stopped);
        }
    }

    private static String configuration(Path directory, LocalServer server) {
        return String.join(
                "\n",
                List.of(
                        "bind 127.0.0.1",
                        "port " + server.port(),
                        "requirepass " + server.password(),
                        "daemonize " + (isWindows() ? "no" : "yes"),
                        "pidfile " + quoted(directory.resolve("redis.pid")),
                        "logfile " + quoted(directory.resolve("redis.log")),
                        "dir " + quoted(directory),
                        "appendonly yes",
                        "appendfsync everysec",
                        "save \"\"",
                        "maxmemory-policy noeviction",
                        "hash-max-ziplist-value 1024", // people are small hashes of short JSON
                        ""));
    }

    private static String quoted(Path path) {
        return "\"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** Waits until the server can be used; false when it lost its port to somebody else. */
    private static boolean isUp(RedisDirectory directory, LocalServer server) throws IOException {
        var begin = System.nanoTime();
        var patience = STARTING;
        while (System.nanoTime() - begin < patience.toNanos()) {
            switch (server.ask(directory.path())) {
                case READY -> {
                    return true;
                }
                case FOREIGN -> {
                    return false;
                }
                case LOADING -> patience = LOADING;
                case NOBODY, SILENT -> {
                    if (directory.log().contains("Failed listening on port")) {
                        return false;
                    }
                }
            }
            pause();
        }
        throw new StoreRefusedException(
                "Redis does not come up; see " + directory.file("redis.log"));
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(BREATH.toNanos());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreRefusedException("interrupted while starting Redis", stopped);
        }
    }

    /** Where it is, with its password: not for logs. */
    public String uri() {
        return "redis://:" + server.password() + "@127.0.0.1:" + server.port();
    }

    /** With which a {@link RedisStore} is opened on it. */
    public StoreSettings settings() {
        return StoreSettings.of(StoreSettings.Topology.EMBEDDED, List.of(uri()));
    }

    /** Whether it was found running, left by a process that was killed. */
    public boolean wasFound() {
        return found;
    }

    /** Has everything written down and ends the server, within 5 seconds. */
    @Override
    public void close() {
        try {
            if (!server.shutdown(ENDING)) {
                process(directory, server).ifPresent(ProcessHandle::destroyForcibly);
            }
            Files.deleteIfExists(directory.file("port"));
            directory.close();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot tidy up " + directory.path(), unwritable);
        }
    }

    @Override
    public String toString() {
        return "EmbeddedRedis[" + directory.path() + ", port " + server.port() + "]";
    }
}
