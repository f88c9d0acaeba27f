package io.entendu.persistence;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and directories that only their owner may read, as far as the file system knows owners. */
final class PrivateFiles {

    private PrivateFiles() {}

    static void directory(Path directory) throws IOException {
        Files.createDirectories(directory);
        restrict(directory, "rwx------");
    }

    /** Writes all or nothing: a crash never leaves half a file. */
    static void write(Path file, String content) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        create(draft);
        Files.writeString(draft, content);
        Files.move(
                draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Empty and private from its first moment on; nothing when it is there. */
    static void create(Path file) throws IOException {
        try {
            Files.createFile(file);
            restrict(file, "rw-------");
        } catch (FileAlreadyExistsException there) {
            restrict(file, "rw-------");
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
