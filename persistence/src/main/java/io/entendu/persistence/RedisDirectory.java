package io.entendu.persistence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The files of an embedded Redis, owned by one process at a time. */
final class RedisDirectory implements AutoCloseable {

    private static final int PASSWORD_BYTES = 24;

    private final Path path;
    private final RandomAccessFile lockFile;
    private final FileLock lock;

    private RedisDirectory(Path path, RandomAccessFile lockFile, FileLock lock) {
        this.path = path;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Takes a directory for this process; a kill gives it free again.
     *
     * @throws StoreRefusedException when another process has it
     */
    static RedisDirectory own(Path dataDirectory) throws IOException {
        var path = dataDirectory.toAbsolutePath().normalize().resolve("redis");
        PrivateFiles.directory(path);
        PrivateFiles.create(path.resolve("lock"));
        var file = new RandomAccessFile(path.resolve("lock").toFile(), "rw");
        try {
            var lock = file.getChannel().tryLock();
            if (lock != null) {
                return new RedisDirectory(path, file, lock);
            }
        } catch (OverlappingFileLockException thisProcess) {
            // Somebody else in this very process has it: the same answer.
        } catch (IOException unlockable) {
            file.close();
            throw unlockable;
        }
        file.close();
        throw new StoreRefusedException(
                "the data directory "
                        + dataDirectory.toAbsolutePath()
                        + " is in use by another instance: stop it, or give this one a"
                        + " directory of its own (entendu.data-dir)");
    }

    Path path() {
        return path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    String password() throws IOException {
        var file = path.resolve("password");
        if (!Files.exists(file)) {
            var random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            PrivateFiles.write(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    /** The port of the last start; empty when there was none, or its note is unreadable. */
    Optional<Integer> lastPort() throws IOException {
        return number("port");
    }

    Optional<Integer> lastPid() throws IOException {
        return number("redis.pid");
    }

    private Optional<Integer> number(String name) throws IOException {
        var file = path.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var text = Files.readString(file).strip();
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** Whether the data was written in the form that began with Redis 7. */
    boolean isWrittenByRedis7() {
        return Files.isDirectory(path.resolve("appendonlydir"));
    }

    String log() throws IOException {
        var log = path.resolve("redis.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }
}
