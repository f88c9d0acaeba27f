package io.entendu.app.crash;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Form fields as Twilio writes, reads and signs them. */
public record Form(Map<String, String> fields) {

    public static Form read(String body) {
        var fields = new TreeMap<String, String>();
        for (var pair : body.split("&", -1)) {
            var cut = pair.indexOf('=');
            if (cut > 0) {
                fields.put(decoded(pair.substring(0, cut)), decoded(pair.substring(cut + 1)));
            }
        }
        return new Form(fields);
    }

    public String get(String name) {
        return fields.getOrDefault(name, "");
    }

    public String body() {
        return fields.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** As <a href="https://www.twilio.com/docs/usage/security">X-Twilio-Signature</a>. */
    public String signature(String url, String authToken) {
        var signed =
                new TreeMap<>(fields)
                        .entrySet().stream()
                                .map(e -> e.getKey() + e.getValue())
                                .collect(Collectors.joining("", url, ""));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
