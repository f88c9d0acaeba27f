package io.entendu.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Text made small: deflated with a dictionary of what our records look like, in base64 behind the
 * number of the dictionary. A dictionary never changes; a better one has another number.
 */
final class Packing {

    private static final char FIRST = '1';
    private static final byte[] DICTIONARY = dictionary("packing-1.txt");
    private static final int BUFFER = 2048;

    private Packing() {}

    /** JSON begins with a brace, and never with a digit. */
    static boolean isPacked(String value) {
        return !value.isEmpty() && Character.isDigit(value.charAt(0));
    }

    static String pack(String text) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(text.getBytes(UTF_8));
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return FIRST + Base64.getEncoder().withoutPadding().encodeToString(out.toByteArray());
        }
    }

    /**
     * What was packed.
     *
     * @throws IllegalStateException when it is damaged, or was packed with a dictionary of a newer
     *     version
     */
    static String unpack(String packed) {
        if (packed.charAt(0) != FIRST) {
            throw new IllegalStateException("packed by a newer version");
        }
        try (var inflater = new Inflater(true)) {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(Base64.getDecoder().decode(packed.substring(1)));
            var out = new ByteArrayOutputStream();
            var buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                var read = inflater.inflate(buffer);
                if (read == 0 && !inflater.finished()) {
                    throw new IllegalStateException("a packed value is cut off");
                }
                out.write(buffer, 0, read);
            }
            return out.toString(UTF_8);
        } catch (DataFormatException | IllegalArgumentException damaged) {
            throw new IllegalStateException("a packed value is damaged", damaged);
        }
    }

    private static byte[] dictionary(String file) {
        try (var in = Packing.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + file);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
