package io.entendu.app.api;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bodies of calls about a respondent. Throws {@link ApiProblem} with what is wrong. */
final class RespondentRequest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 200;

    private RespondentRequest() {}

    static Address address(byte @Nullable [] body) {
        var json = json(body);
        var channel = channel(json).orElseThrow(RespondentRequest::channelWanted);
        var written = json.path("address").asString("").strip();
        if (written.isEmpty() || written.length() > LONGEST) {
            throw ApiProblem.field("address", "give the address that is looked for");
        }
        if (!channel.isPhone()) {
            return new Address(channel, written);
        }
        return PhoneNumbers.e164(written)
                .map(number -> new Address(channel, number))
                .orElseThrow(() ->
                        ApiProblem.field(
                                "address",
                                "give the telephone number in E.164 form, such as +33612345678"));
    }

    /** The channel of an optional body; empty when none is named. */
    static Optional<Channel> channel(byte @Nullable [] body) {
        return body == null || body.length == 0 ? Optional.empty() : channel(json(body));
    }

    private static Optional<Channel> channel(JsonNode json) {
        if (json.path("channel").isMissingNode() || json.path("channel").isNull()) {
            return Optional.empty();
        }
        var channel = Channel.ofWireName(json.path("channel").asString(""));
        if (channel.isEmpty()) {
            throw channelWanted();
        }
        return channel;
    }

    private static ApiProblem channelWanted() {
        return ApiProblem.field("channel", "use telegram, sms, whatsapp or web");
    }

    private static JsonNode json(byte @Nullable [] body) {
        try {
            var json = JSON.readTree(body == null ? new byte[0] : body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException unreadable) {
            throw noObject();
        }
        throw noObject();
    }

    private static ApiProblem noObject() {
        return ApiProblem.field("body", "send a JSON object with channel and address");
    }
}
