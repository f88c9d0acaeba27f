package io.entendu.app.settings;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys of the house; what is not given is generated at first start, printed once and kept in the
 * data directory.
 *
 * @param adminPassword for the dashboard
 * @param apiKey for {@code /api} and the metrics
 */
@ConfigurationProperties("entendu.security")
public record SecurityProperties(Optional<String> adminPassword, Optional<String> apiKey) {

    public SecurityProperties {
        adminPassword = adminPassword.filter(p -> !p.isBlank());
        apiKey = apiKey.filter(k -> !k.isBlank());
    }

    @Override
    public String toString() {
        return "SecurityProperties[]";
    }
}
