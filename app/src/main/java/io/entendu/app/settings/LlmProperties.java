package io.entendu.app.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The model that analyses verbatims; without one the embedded engine does. Where a survey allows
 * it, it is also the last resort for replies, with 3 seconds at the most.
 *
 * @param provider {@code none}, {@code openai} (any compatible server) or {@code anthropic}
 * @param baseUrl of the API; else the provider's own
 * @param timeout for one answer
 */
@ConfigurationProperties("entendu.llm")
public record LlmProperties(
        @DefaultValue("none") Provider provider,
        Optional<URI> baseUrl,
        Optional<String> apiKey,
        Optional<String> model,
        @DefaultValue("10s") Duration timeout) {

    /** Whose API is spoken. */
    public enum Provider {
        NONE,
        OPENAI,
        ANTHROPIC
    }

    public LlmProperties {
        apiKey = apiKey.filter(k -> !k.isBlank());
        model = model.filter(m -> !m.isBlank());
        if (provider != Provider.NONE && model.isEmpty()) {
            throw new IllegalArgumentException(
                    "entendu.llm.model is needed when entendu.llm.provider is set");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("entendu.llm.timeout must be positive: " + timeout);
        }
    }

    @Override
    public String toString() {
        return "LlmProperties[" + provider + "]";
    }
}
