package io.entendu.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entendu.core.channel.Address;
import io.entendu.core.respondent.Pseudonyms;
import io.entendu.core.respondent.RespondentId;
import io.entendu.persistence.wire.Seal;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Pseudonyms by HMAC-SHA256 and encryption by AES-256-GCM with a random nonce. */
final class Vault implements Pseudonyms, Seal {

    /** Lengths as NIST SP 800-38D recommends them. */
    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";

    /** First of everything sealed, so that another way of sealing can be told apart one day. */
    private static final byte FORM = 1;

    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int ID_LENGTH = 26;

    private final Mac pepper;
    private final SecretKeySpec pepperKey;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** To look one up costs more than to use it. As many as were ever in use at once. */
    private final Queue<Cipher> ciphers = new ConcurrentLinkedQueue<>();

    Vault(Secrets secrets) {
        this.pepperKey = new SecretKeySpec(secrets.pepper(), MAC);
        this.key = new SecretKeySpec(secrets.encryptionKey(), "AES");
        this.pepper = mac(pepperKey);
    }

    @Override
    public RespondentId of(Address address) {
        return new RespondentId(base32(hmac(address.identity())));
    }

    /**
     * Names something secret in a key: 128 bits of an HMAC, different for every {@code purpose}.
     */
    String name(String purpose, String secret) {
        return base32(hmac(purpose + "\n" + secret));
    }

    /** Tells these secrets from others, and nothing else about them. */
    String fingerprint() {
        return name("fingerprint", "pepper").substring(0, 12)
                + "-"
                + base32(hmac(mac(new SecretKeySpec(key.getEncoded(), MAC)), "fingerprint"))
                        .substring(0, 12);
    }

    @Override
    public String seal(String open) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var text = open.getBytes(UTF_8);
            var sealed =
                    crypt(
                            Cipher.ENCRYPT_MODE,
                            new GCMParameterSpec(TAG_BITS, nonce),
                            text,
                            0,
                            text.length);
            var all =
                    ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                            .put(FORM)
                            .put(nonce)
                            .put(sealed);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JVM has no " + CIPHER, missing);
        }
    }

    @Override
    public String open(String sealed) {
        try {
            var all = Base64.getUrlDecoder().decode(sealed);
            var open =
                    crypt(
                            Cipher.DECRYPT_MODE,
                            new GCMParameterSpec(TAG_BITS, all, 1, NONCE_BYTES),
                            all,
                            1 + NONCE_BYTES,
                            all.length - 1 - NONCE_BYTES);
            return new String(open, UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new IllegalStateException(
                    "an encrypted value cannot be read: it is damaged or was written with another key",
                    damaged);
        }
    }

    private byte[] crypt(int mode, GCMParameterSpec nonce, byte[] text, int offset, int length)
            throws GeneralSecurityException {
        var idle = ciphers.poll();
        var cipher = idle == null ? Cipher.getInstance(CIPHER) : idle;
        cipher.init(mode, key, nonce);
        var result = cipher.doFinal(text, offset, length);
        ciphers.add(cipher); // one that failed is not used again
        return result;
    }

    /** A copy of a keyed Mac is cheaper than keying one anew. */
    private byte[] hmac(String text) {
        try {
            return hmac((Mac) pepper.clone(), text);
        } catch (CloneNotSupportedException provider) {
            return hmac(mac(pepperKey), text);
        }
    }

    private static byte[] hmac(Mac mac, String text) {
        return mac.doFinal(text.getBytes(UTF_8));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JVM has no " + MAC, missing);
        }
    }

    /** The first 128 bits, five at a time; the last digit holds three. */
    private static String base32(byte[] bytes) {
        var text = new StringBuilder(ID_LENGTH);
        for (var digit = 0; digit < ID_LENGTH; digit++) {
            var value = 0;
            for (var bit = digit * 5; bit < digit * 5 + 5; bit++) {
                var set = bit < 128 && ((bytes[bit / 8] >> (7 - bit % 8)) & 1) == 1;
                value = (value << 1) | (set ? 1 : 0);
            }
            text.append(CROCKFORD.charAt(value));
        }
        return text.toString();
    }
}
