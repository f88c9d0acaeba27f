package io.entendu.flows.wording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.flows.wording.SmsLength.Encoding;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class SmsLengthTest {

    /**
     * What Twilio's own counter says of texts at every edge:
     * https://github.com/TwilioDevEd/message-segment-calculator.
     */
    @ParameterizedTest
    @MethodSource("vectors")
    void countsAsTheProviderDoes(String text, Encoding encoding, int units, int segments) {
        var length = SmsLength.of(text);

        assertThat(length.encoding()).isEqualTo(encoding);
        assertThat(length.units()).isEqualTo(units);
        assertThat(length.segments()).isEqualTo(segments);
    }

    static Stream<Arguments> vectors() throws IOException {
        var json = JsonMapper.builder().build();
        try (var file = SmsLengthTest.class.getResourceAsStream("segments.jsonl")) {
            var vectors =
                    new String(file.readAllBytes(), UTF_8).lines().map(json::readTree).toList();
            assertThat(vectors).hasSize(89);
            return vectors.stream()
                    .map(v ->
                            argumentSet(
                                    v.get("name").asString(),
                                    v.get("text").asString(),
                                    v.get("encoding").asString().equals("GSM-7")
                                            ? Encoding.GSM_7
                                            : Encoding.UCS_2,
                                    v.get("units").asInt(),
                                    v.get("segments").asInt()));
        }
    }

    @Test
    void namesTheCharactersThatDoubleThePrice() {
        assertThat(SmsLength.of("Êtes-vous prêt ? ça va, prêt").outsideGsm7())
                .containsExactly("Ê", "ê", "ç");
    }
}
