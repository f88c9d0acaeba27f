package io.entendu.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A Redis server that a test may kill and start again, on the same port and the same files. It ends
 * with the JVM that started it.
 */
public final class RedisProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The bus of a cluster listens 10,000 ports higher, so the port must not be too high. */
    private static final int HIGHEST_PORT = 55_000;

    private final RedisBinary binary;
    private final Path directory;
    private final int port;
    private final List<String> settings;
    private Process process;

    private RedisProcess(RedisBinary binary, Path directory, int port, List<String> settings) {
        this.binary = binary;
        this.directory = directory;
        this.port = port;
        this.settings = settings;
        this.process = launched();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    /**
     * Starts one with its files in {@code directory} and waits until it answers.
     *
     * @param settings as on the command line: {@code --appendonly yes}
     */
    public static RedisProcess start(Path directory, String... settings) {
        try {
            Files.createDirectories(directory);
            var redis =
                    new RedisProcess(
                            RedisBinary.find(directory.resolve("bin")),
                            directory,
                            freePort(),
                            List.of(settings));
            redis.awaitReady();
            return redis;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** A port that is free now, and whose bus would find room. */
    public static int freePort() {
        try {
            while (true) {
                try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    if (socket.getLocalPort() < HIGHEST_PORT) {
                        return socket.getLocalPort();
                    }
                }
            }
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    public int port() {
        return port;
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as the kernel would: SIGKILL, and it is gone when this returns. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again on the same port and files, and waits until it answers. */
    public void restart() {
        process = launched();
        awaitReady();
    }

    /** Says one command without quotes, and answers with the reply when that is one text. */
    public String say(String command) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write((command + "\r\n").getBytes(UTF_8));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            var line = in.readLine();
            if (line == null || !line.startsWith("$")) {
                return line == null ? "" : line;
            }
            var text = new char[Integer.parseInt(line.substring(1))];
            for (var n = 0; n < text.length; ) {
                n += in.read(text, n, text.length - n);
            }
            return new String(text);
        } catch (IOException away) {
            return "";
        }
    }

    private Process launched() {
        var command = new ArrayList<>(List.of(binary.file().toString()));
        command.addAll(List.of("--port", String.valueOf(port), "--bind", "127.0.0.1"));
        command.addAll(List.of("--save", ""));
        command.addAll(settings);
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(
                                    directory.resolve(port + ".log").toFile()))
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void awaitReady() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    var answer = say("PING");
                    return answer.startsWith("+PONG")
                            || answer.startsWith("-NOAUTH")
                            || answer.startsWith("-MISCONF");
                });
    }

    @Override
    public void close() {
        kill();
    }
}
