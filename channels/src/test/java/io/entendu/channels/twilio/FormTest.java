package io.entendu.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormTest {

    @ParameterizedTest
    @MethodSource
    void parse(String body, Map<String, List<String>> fields) {
        assertThat(Form.parse(body.getBytes(StandardCharsets.UTF_8)).fields()).isEqualTo(fields);
    }

    static Stream<Arguments> parse() {
        return Stream.of(
                argumentSet("nothing", "", Map.of()),
                argumentSet("two fields", "a=1&b=2", Map.of("a", List.of("1"), "b", List.of("2"))),
                argumentSet(
                        "plus and escapes", "a=x+y%2Bz%20%C3%A9", Map.of("a", List.of("x y+z é"))),
                argumentSet("small and large digits", "a=%c3%A9", Map.of("a", List.of("é"))),
                argumentSet("UTF-8 as it is", "a=é", Map.of("a", List.of("é"))),
                argumentSet("blanks stay", "a=+x++", Map.of("a", List.of(" x  "))),
                argumentSet(
                        "empty values stay", "a=&b", Map.of("a", List.of(""), "b", List.of(""))),
                argumentSet(
                        "repeated names keep their order",
                        "a=2&a=1&a=2",
                        Map.of("a", List.of("2", "1", "2"))),
                argumentSet(
                        "a value may hold an equals sign", "a=b=c", Map.of("a", List.of("b=c"))),
                argumentSet("names are escaped too", "%61%2E=1", Map.of("a.", List.of("1"))),
                argumentSet("empty pairs are passed over", "&&a=1&", Map.of("a", List.of("1"))),
                argumentSet(
                        "an escape that is none stands for itself",
                        "a=%&b=%4&c=%zz&d=100%",
                        Map.of(
                                "a",
                                List.of("%"),
                                "b",
                                List.of("%4"),
                                "c",
                                List.of("%zz"),
                                "d",
                                List.of("100%"))),
                argumentSet("bytes that are no UTF-8", "a=%FF", Map.of("a", List.of("\uFFFD"))),
                argumentSet("an empty name", "=1", Map.of("", List.of("1"))));
    }

    @Test
    void namesAreSortedAsBytes() {
        var form = Form.parse("b=1&B=2&a=3&Ab=4&A=5".getBytes(StandardCharsets.UTF_8));

        assertThat(form.fields().keySet()).containsExactly("A", "Ab", "B", "a", "b");
    }
}
