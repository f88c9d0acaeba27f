package io.entendu.classifiers;

import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Connects to the language model of the settings. No retries here: the classifier has one rule for
 * them.
 */
final class ChatModels {

    /**
     * Room for three themes and their quotations; a model that needs more is not answering the
     * question.
     */
    private static final int ANSWER_TOKENS = 800;

    private ChatModels() {}

    static Optional<ChatModel> connect(LlmSettings settings) {
        return switch (settings.provider()) {
            case NONE -> Optional.empty();
            case OPENAI -> Optional.of(openAi(settings));
            case ANTHROPIC -> Optional.of(anthropic(settings));
        };
    }

    private static ChatModel openAi(LlmSettings settings) {
        var model =
                OpenAiChatModel.builder()
                        .httpClientBuilder(http(settings.timeout()))
                        .apiKey(settings.apiKey().isEmpty() ? "none" : settings.apiKey())
                        .modelName(settings.model())
                        .timeout(settings.timeout())
                        .temperature(0.0)
                        .maxRetries(0)
                        .strictJsonSchema(true)
                        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
        return (settings.baseUrl().isEmpty() ? model : model.baseUrl(settings.baseUrl())).build();
    }

    private static ChatModel anthropic(LlmSettings settings) {
        var model =
                AnthropicChatModel.builder()
                        .httpClientBuilder(http(settings.timeout()))
                        .apiKey(settings.apiKey())
                        .modelName(settings.model())
                        .timeout(settings.timeout())
                        .temperature(0.0)
                        .maxTokens(ANSWER_TOKENS)
                        .maxRetries(0)
                        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
        return (settings.baseUrl().isEmpty() ? model : model.baseUrl(settings.baseUrl())).build();
    }

    /** HTTP/1.1: many compatible servers stumble over an upgrade to HTTP/2. */
    private static JdkHttpClientBuilder http(Duration timeout) {
        return JdkHttpClient.builder()
                .httpClientBuilder(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .executor(Executors.newVirtualThreadPerTaskExecutor()))
                .connectTimeout(timeout)
                .readTimeout(timeout);
    }
}
