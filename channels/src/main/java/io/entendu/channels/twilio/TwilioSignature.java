package io.entendu.channels.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks {@code X-Twilio-Signature} (<a
 * href="https://www.twilio.com/docs/usage/security">Security</a>): base64 of an HMAC-SHA1 over the
 * URL as Twilio called it and the form's names and values, sorted.
 *
 * <p>The Java SDK's {@code RequestValidator} takes a map with one value a name, so it refuses
 * repeated fields, and refuses an apostrophe in the query, which Twilio's other libraries accept;
 * hence this one. What Twilio leaves open is accepted in all its forms: with and without the port,
 * the apostrophe as it is and as {@code %27}.
 */
final class TwilioSignature {

    /**
     * Names the hash of a body that is no form (<a
     * href="https://www.twilio.com/docs/api/errors/57012">57012</a>).
     */
    private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=([^&#]*)");

    private static final String ALGORITHM = "HmacSHA1";

    private final SecretKeySpec key;

    TwilioSignature(String authToken) {
        key = new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Whether the signature is that of this form, posted to this URL. */
    boolean matches(String url, Form form, String signature) {
        var fields = new StringBuilder();
        form.fields()
                .forEach((name, values) ->
                        new TreeSet<>(values).forEach(value -> fields.append(name).append(value)));
        return matches(url, fields.toString(), signature);
    }

    /** Whether the signature is that of this URL, and the URL names the hash of this body. */
    boolean matchesBody(String url, byte[] body, String signature) {
        var actual = HexFormat.of().formatHex(sha256(body)).getBytes(StandardCharsets.UTF_8);
        return bodyHash(url)
                .filter(told ->
                        MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), actual))
                .filter(_ -> matches(url, "", signature))
                .isPresent();
    }

    /** The hash that the URL names, when the body is no form. */
    static Optional<String> bodyHash(String url) {
        var hash = BODY_HASH.matcher(url);
        return hash.find() ? Optional.of(hash.group(1)) : Optional.empty();
    }

    private boolean matches(String url, String fields, String signature) {
        var given = signature.getBytes(StandardCharsets.UTF_8);
        var found = false;
        for (var variant : variants(url)) {
            found |= MessageDigest.isEqual(sign(variant + fields), given);
        }
        return found;
    }

    private static Set<String> variants(String url) {
        var variants = new LinkedHashSet<String>();
        for (var ported : Set.of(url, withOtherPort(url))) {
            variants.add(ported);
            variants.add(ported.replace("'", "%27"));
        }
        return variants;
    }

    /** Without the port when it has one, with the scheme's own when it has none. */
    private static String withOtherPort(String url) {
        var authority = url.indexOf("//") + 2;
        var end = authority;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        var host = url.substring(authority, end);
        var colon = host.lastIndexOf(':');
        var hasPort = colon > host.lastIndexOf(']') && colon > host.lastIndexOf('@');
        var other =
                hasPort
                        ? host.substring(0, colon)
                        : host + (url.startsWith("https:") ? ":443" : ":80");
        return url.substring(0, authority) + other + url.substring(end);
    }

    private byte[] sign(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
        }
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
