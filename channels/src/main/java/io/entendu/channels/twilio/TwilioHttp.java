package io.entendu.channels.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import io.entendu.channels.http.Exchange;
import io.entendu.channels.http.OneShotBody;
import io.entendu.channels.http.ProviderClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import okhttp3.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the SDK sends by. Its own client fixes the time-outs of each request, repeats 5xx and broken
 * connections by itself, knows no other host than Twilio's, and keeps the last message in a field.
 */
final class TwilioHttp extends HttpClient implements AutoCloseable {

    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final URI apiUrl;
    private final ProviderClient client;

    TwilioHttp(URI apiUrl, Duration timeout) {
        this.apiUrl = apiUrl;
        client = new ProviderClient(timeout);
    }

    /** The SDK's way to repeat; we do not. */
    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    /**
     * Makes one call.
     *
     * @throws TwilioRefusal for any answer but 2xx
     * @throws TwilioSilence for none
     */
    @Override
    public Response makeRequest(Request request) {
        return switch (client.exchange(translated(request))) {
            case Exchange.Answered answered when answered.isSuccess() ->
                    new Response(answered.body(), answered.status());
            case Exchange.Answered answered ->
                    throw new TwilioRefusal(
                            answered.status(), code(answered), answered.retryAfter());
            case Exchange.Silent() -> throw new TwilioSilence(true);
            case Exchange.Unreached() -> throw new TwilioSilence(false);
        };
    }

    @Override
    public void close() {
        client.close();
    }

    private okhttp3.Request translated(Request request) {
        var translated =
                new okhttp3.Request.Builder()
                        .url(rebased(request))
                        .header("Accept", "application/json")
                        .header("Authorization", request.getAuthString());
        if (request.getMethod() == HttpMethod.POST) {
            translated.post(
                    new OneShotBody(
                            FORM, request.encodeFormBody().getBytes(StandardCharsets.UTF_8)));
        }
        return translated.build();
    }

    private String rebased(Request request) {
        var url = request.constructURL();
        if (apiUrl.equals(TwilioSettings.DEFAULT_API_URL)) {
            return url.toString();
        }
        var base = apiUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + url.getFile();
    }

    /**
     * <a
     * href="https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions">Exceptions</a>.
     */
    private static String code(Exchange.Answered answered) {
        try {
            var code = MAPPER.readTree(answered.body()).path("code");
            return Optional.of(code)
                    .filter(c -> c.isIntegralNumber() && c.canConvertToInt())
                    .map(c -> Integer.toString(c.intValue()))
                    .orElse(Integer.toString(answered.status()));
        } catch (JacksonException errorPage) {
            return Integer.toString(answered.status());
        }
    }
}
