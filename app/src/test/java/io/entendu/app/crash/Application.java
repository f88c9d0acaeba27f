package io.entendu.app.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** One instance of the built jar, as a process of its own that may be killed at any moment. */
final class Application implements Post.Place, AutoCloseable {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Duration STARTING = Duration.ofMinutes(3);

    private final HttpClient http;
    private final Path jar;
    private final Path home;
    private final int port;
    private final List<String> settings;
    private Process process;

    Application(HttpClient http, Path jar, Path home, int port, List<String> settings) {
        this.http = http;
        this.jar = jar;
        this.home = home;
        this.port = port;
        this.settings = settings;
        this.process = launched();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    /**
     * Unpacks the built jar as <a
     * href="https://docs.spring.io/spring-boot/reference/packaging/efficient.html">an image
     * would</a>: it starts in half the time.
     */
    static Path unpacked(Path directory) {
        var jar = Path.of("target", "entendu.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("build first: " + jar);
        }
        try {
            var unpacking =
                    new ProcessBuilder(
                                    JAVA,
                                    "-Djarmode=tools",
                                    "-jar",
                                    jar.toString(),
                                    "extract",
                                    "--destination",
                                    directory.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(directory.resolveSibling("unpacking.log").toFile())
                            .start();
            if (unpacking.waitFor() != 0) {
                throw new IllegalStateException("cannot unpack " + jar);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return directory.resolve("entendu.jar");
    }

    @Override
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** SIGKILL: it has no time to tidy up. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void restart() {
        process = launched();
    }

    boolean isUp() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(at("/actuator/health"))
                                            .timeout(Duration.ofSeconds(3))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void awaitUp() {
        Awaitility.await("an application comes up; see " + log())
                .atMost(STARTING)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        restart(); // it found no store when it started; a supervisor would do so
                    }
                    return isUp();
                });
    }

    Path log() {
        return home.resolve("application.log").toAbsolutePath();
    }

    private Process launched() {
        var command =
                new ArrayList<>(
                        List.of(
                                JAVA,
                                // Many short lives: a quick start is worth more than fast code.
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx384m",
                                "-jar",
                                jar.toString(),
                                "--server.port=" + port,
                                "--entendu.data-dir=" + home));
        command.addAll(settings);
        try {
            Files.createDirectories(home);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
