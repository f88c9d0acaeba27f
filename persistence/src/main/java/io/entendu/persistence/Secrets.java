package io.entendu.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What pseudonyms are made with and addresses are encrypted with. Lose them and nobody is
 * recognised any more.
 */
public final class Secrets {

    /** Bytes of each secret. */
    public static final int LENGTH = 32;

    private final byte[] pepper;
    private final byte[] encryptionKey;

    private Secrets(byte[] pepper, byte[] encryptionKey) {
        this.pepper = pepper;
        this.encryptionKey = encryptionKey;
    }

    /**
     * Configured secrets, in base64.
     *
     * @throws IllegalArgumentException when one is not 32 bytes in base64
     */
    public static Secrets of(String pepper, String encryptionKey) {
        return new Secrets(
                decoded("entendu.privacy.pepper", pepper),
                decoded("entendu.privacy.encryption-key", encryptionKey));
    }

    /** The secrets of a data directory, made at first call and readable by its owner only. */
    public static Secrets inDirectory(Path dataDirectory) {
        var directory = dataDirectory.resolve("secrets");
        try {
            PrivateFiles.directory(directory);
            return new Secrets(
                    kept(directory.resolve("pepper")), kept(directory.resolve("encryption-key")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "cannot keep the secrets in " + directory + "; is it writable for us?",
                    unreadable);
        }
    }

    private static byte[] kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            var fresh = new byte[LENGTH];
            new SecureRandom().nextBytes(fresh);
            PrivateFiles.write(file, Base64.getEncoder().encodeToString(fresh) + "\n");
        }
        return decoded(file.toString(), Files.readString(file).strip());
    }

    private static byte[] decoded(String name, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException(name + " is not base64", notBase64);
        }
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(
                    name
                            + " must be "
                            + LENGTH
                            + " random bytes in base64, not "
                            + bytes.length
                            + "; make one with: openssl rand -base64 32");
        }
        return bytes;
    }

    byte[] pepper() {
        return pepper.clone();
    }

    byte[] encryptionKey() {
        return encryptionKey.clone();
    }

    /** Hidden. */
    @Override
    public String toString() {
        return "Secrets[]";
    }
}
