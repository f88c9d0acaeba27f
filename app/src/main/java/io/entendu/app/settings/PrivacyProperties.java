package io.entendu.app.settings;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secrets behind pseudonyms and encrypted addresses: 32 random bytes each, in base64. Generated
 * in embedded mode.
 *
 * @param pepper makes pseudonyms of addresses; another one makes other persons of everybody
 * @param encryptionKey encrypts addresses
 */
@ConfigurationProperties("entendu.privacy")
public record PrivacyProperties(Optional<String> pepper, Optional<String> encryptionKey) {

    public PrivacyProperties {
        pepper = pepper.filter(p -> !p.isBlank());
        encryptionKey = encryptionKey.filter(k -> !k.isBlank());
    }

    @Override
    public String toString() {
        return "PrivacyProperties[]";
    }
}
