package io.entendu.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What listens on a port of this machine, asked in Redis' inline protocol
 * (https://redis.io/docs/latest/develop/reference/protocol-spec/); a client that keeps trying by
 * itself would be in the way here.
 */
record LocalServer(int port, String password) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** What was found. */
    enum State {
        /** Nobody listens. */
        NOBODY,
        /** Somebody listens who is not ours. */
        FOREIGN,
        /** Somebody listens and says nothing. */
        SILENT,
        /** Ours, and reading its files. */
        LOADING,
        /** Ours. */
        READY
    }

    /** Who is there; ours is who knows the password and works in this directory. */
    State ask(Path directory) {
        try (var talk = new Talk()) {
            if (!talk.say("AUTH " + password).startsWith("+OK")) {
                return State.FOREIGN;
            }
            var pong = talk.say("PING");
            if (pong.startsWith("-LOADING")) {
                return State.LOADING;
            }
            return pong.startsWith("+PONG")
                            && talk.directory().equals(directory.toRealPath().toString())
                    ? State.READY
                    : State.FOREIGN;
        } catch (SocketTimeoutException silent) {
            return State.SILENT;
        } catch (IOException nobody) {
            return State.NOBODY;
        }
    }

    /**
     * Asks it to write everything down and to end.
     *
     * @return whether it has ended; its last act is to let go of the connection
     */
    boolean shutdown(Duration patience) {
        try (var talk = new Talk()) {
            talk.say("AUTH " + password);
            talk.patience(patience);
            talk.say("SHUTDOWN NOSAVE");
            return false;
        } catch (SocketTimeoutException busy) {
            return false;
        } catch (IOException gone) {
            return true;
        }
    }

    private final class Talk implements AutoCloseable {

        private final Socket socket = new Socket();
        private final BufferedReader in;

        Talk() throws IOException {
            try {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        (int) PATIENCE.toMillis());
                socket.setSoTimeout((int) PATIENCE.toMillis());
                in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            } catch (IOException refused) {
                socket.close();
                throw refused;
            }
        }

        void patience(Duration patience) throws IOException {
            socket.setSoTimeout((int) patience.toMillis());
        }

        String say(String command) throws IOException {
            socket.getOutputStream().write((command + "\r\n").getBytes(UTF_8));
            return line();
        }

        /**
         * The answer to {@code CONFIG GET dir} is a list of two texts, each with its length before
         * it.
         */
        String directory() throws IOException {
            say("CONFIG GET dir");
            line();
            line();
            line();
            var directory = Path.of(line());
            return Files.exists(directory)
                    ? directory.toRealPath().toString()
                    : directory.toString();
        }

        private String line() throws IOException {
            var line = in.readLine();
            if (line == null) {
                throw new IOException("the connection ended");
            }
            return line;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
