package io.entendu.channels.telegram;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.entendu.channels.http.Exchange;
import io.entendu.channels.http.OneShotBody;
import io.entendu.channels.http.ProviderClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.module.blackbird.BlackbirdModule;

/**
 * Sends telegrambots' method objects, without telegrambots' client: that one repeats a send by
 * itself when a pooled connection breaks, and tells neither a lost answer from a lost connection
 * nor a gateway's error page from either.
 */
final class BotApi implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");

    /**
     * Most fields carry their wire name; those of setWebhook do not, as telegrambots sends it as a
     * form.
     */
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new BlackbirdModule())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
                    .build();

    private final TelegramSettings settings;
    private final ProviderClient client;

    /** By method: a URL is made out of its text only once. */
    private final Map<String, HttpUrl> urls = new ConcurrentHashMap<>();

    BotApi(TelegramSettings settings) {
        this(settings, settings.timeout());
    }

    BotApi(TelegramSettings settings, Duration timeout) {
        this.settings = settings;
        client = new ProviderClient(timeout);
    }

    /** Calls once and never throws for what Telegram or the network can do. */
    Answer call(PartialBotApiMethod<?> method) {
        var request =
                new Request.Builder()
                        .url(urls.computeIfAbsent(method.getMethod(), this::url))
                        .post(new OneShotBody(JSON, MAPPER.writeValueAsBytes(method)))
                        .build();
        return switch (client.exchange(request)) {
            case Exchange.Answered answered -> read(answered);
            case Exchange.Silent() -> new Answer.Silent();
            case Exchange.Unreached() -> new Answer.Unreached();
        };
    }

    private HttpUrl url(String method) {
        return HttpUrl.get(settings.methodUrl(method));
    }

    /** Ends the calls that are under way. */
    void cancel() {
        client.cancel();
    }

    @Override
    public void close() {
        client.close();
    }

    private static Answer read(Exchange.Answered answered) {
        var body = tree(answered.body());
        if (!answered.isSuccess()) {
            return new Answer.Failed(
                    answered.status(),
                    Json.text(body, "description").orElse(""),
                    retryAfter(body, answered));
        }
        return body.path("ok").isBoolean() && body.path("ok").booleanValue()
                ? new Answer.Ok(body.path("result"))
                : new Answer.Silent();
    }

    /**
     * <a href="https://core.telegram.org/bots/api#responseparameters">ResponseParameters</a>, else
     * the header.
     */
    private static Optional<Duration> retryAfter(JsonNode body, Exchange.Answered answered) {
        var seconds = Json.integer(body.path("parameters"), "retry_after");
        return seconds.isPresent()
                ? Optional.of(Duration.ofSeconds(seconds.getAsLong()))
                : answered.retryAfter();
    }

    private static JsonNode tree(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException errorPage) {
            return MissingNode.getInstance();
        }
    }
}
