package io.entendu.classifiers;

import java.time.Duration;

/**
 * Which language model to ask, if any.
 *
 * @param baseUrl of the API including its version, {@code https://host/v1}; empty for the
 *     provider's own
 * @param timeout for one whole answer
 */
public record LlmSettings(
        Provider provider, String baseUrl, String apiKey, String model, Duration timeout) {

    /** Who speaks at the other end. */
    public enum Provider {
        /** Nobody: texts stay in this process. */
        NONE,
        /** Any server with OpenAI's chat completions and strict JSON schemas. */
        OPENAI,
        ANTHROPIC
    }

    public LlmSettings {
        if (provider != Provider.NONE && model.isBlank()) {
            throw new IllegalArgumentException("a language model needs its name");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the timeout must be positive: " + timeout);
        }
    }

    /** No language model. */
    public static LlmSettings none() {
        return new LlmSettings(Provider.NONE, "", "", "", Duration.ofSeconds(20));
    }

    /** The same with this timeout where it is shorter. */
    LlmSettings within(Duration longest) {
        return timeout.compareTo(longest) <= 0
                ? this
                : new LlmSettings(provider, baseUrl, apiKey, model, longest);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "LlmSettings[" + provider + ", " + baseUrl + ", " + model + ", " + timeout + "]";
    }
}
