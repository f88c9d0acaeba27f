package io.entendu.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.twilio.security.RequestValidator;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Against the vectors of Twilio's own libraries for Java, Python and Node, one of them told apart
 * from the other.
 */
class TwilioSignatureTest {

    private static final List<JsonNode> VECTORS =
            List.copyOf(
                    JsonMapper.shared()
                            .readTree(Twilio.resource("signature_vectors.json"))
                            .values());

    @ParameterizedTest
    @MethodSource
    void vectors(JsonNode vector) {
        assertThat(ours(vector)).isEqualTo(vector.path("valid").booleanValue());
    }

    static Stream<Arguments> vectors() {
        return VECTORS.stream()
                .map(vector -> argumentSet(vector.path("name").stringValue(), vector));
    }

    @Test
    void allVectorsAreThere() {
        assertThat(VECTORS).hasSize(33);
    }

    /**
     * Why the SDK's validator is not used. When this fails after an update, look whether it can be.
     */
    @Test
    void whereTheSdkDiffers() {
        var different =
                VECTORS.stream()
                        .filter(vector -> sdk(vector) != vector.path("valid").booleanValue())
                        .map(vector -> vector.path("name").stringValue());

        assertThat(different)
                .containsExactlyInAnyOrder(
                        "apostrophe and plus in query",
                        "array parameter",
                        "array parameter, other order",
                        "duplicate values are deduplicated and sorted");
    }

    private static boolean ours(JsonNode vector) {
        var checker = new TwilioSignature(vector.path("token").stringValue());
        var url = vector.path("url").stringValue();
        var signature = vector.path("signature").stringValue("");
        return vector.has("body")
                ? checker.matchesBody(
                        url,
                        vector.path("body").stringValue().getBytes(StandardCharsets.UTF_8),
                        signature)
                : checker.matches(url, form(vector.path("params")), signature);
    }

    /**
     * A form has no null; the signature of the vector that has some is that of empty values,
     * whatever its name says.
     */
    private static Form form(JsonNode params) {
        var fields = new TreeMap<String, List<String>>();
        for (var param : params.properties()) {
            var values = new ArrayList<String>();
            if (param.getValue().isArray()) {
                param.getValue().forEach(value -> values.add(value.stringValue()));
            } else {
                values.add(param.getValue().isNull() ? "" : param.getValue().stringValue());
            }
            fields.put(param.getKey(), values);
        }
        return new Form(fields);
    }

    private static boolean sdk(JsonNode vector) {
        var checker = new RequestValidator(vector.path("token").stringValue());
        var url = vector.path("url").stringValue();
        var signature = vector.path("signature").stringValue("");
        try {
            return vector.has("body")
                    ? checker.validate(url, vector.path("body").stringValue(), signature)
                    : checker.validate(url, single(form(vector.path("params"))), signature);
        } catch (URISyntaxException | RuntimeException unfit) {
            return !vector.path("valid").booleanValue();
        }
    }

    private static Map<String, String> single(Form form) {
        var single = new HashMap<String, String>();
        form.fields().forEach((name, values) -> single.put(name, values.getLast()));
        return single;
    }
}
