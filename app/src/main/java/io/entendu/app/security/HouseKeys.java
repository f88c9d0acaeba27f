package io.entendu.app.security;

import io.entendu.app.settings.SecurityProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Password and API key: as configured, else generated at the first start, kept in the data
 * directory for the owner's eyes only and printed once.
 */
public record HouseKeys(String adminPassword, String apiKey) {

    private static final int RANDOM_BYTES = 18;

    /**
     * The keys of this house; {@code announce} is called with a sentence for each that was
     * generated now.
     */
    public static HouseKeys of(
            SecurityProperties settings, Path dataDir, Consumer<String> announce) {
        return new HouseKeys(
                key(
                        settings.adminPassword(),
                        dataDir.resolve("admin-password"),
                        "Password of the dashboard",
                        announce),
                key(settings.apiKey(), dataDir.resolve("api-key"), "API key", announce));
    }

    private static String key(
            Optional<String> configured, Path file, String name, Consumer<String> announce) {
        return configured.orElseGet(() -> {
            try {
                Files.createDirectories(file.getParent());
                return kept(file).orElseGet(() -> generated(file, name, announce));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(
                        "cannot keep keys in " + file.getParent(), unwritable);
            }
        });
    }

    private static Optional<String> kept(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.of(Files.readString(file).strip()).filter(key -> !key.isEmpty())
                : Optional.empty();
    }

    private static String generated(Path file, String name, Consumer<String> announce) {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, ownerOnly());
            Files.writeString(file, key + "\n", StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException raced) {
            throw new IllegalStateException(
                    "two processes started in one data directory: " + file.getParent(), raced);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file, unwritable);
        }
        announce.accept(name + ": " + key + "  (shown this once; kept in " + file + ")");
        return key;
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return "HouseKeys[]";
    }
}
