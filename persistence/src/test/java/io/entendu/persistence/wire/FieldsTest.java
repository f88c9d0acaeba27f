package io.entendu.persistence.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What records write of themselves is what Jackson would have written of them. */
class FieldsTest {

    static Stream<Written> records() {
        var turn =
                Stream.of(
                        CodecTest.prompts().stream().map(PromptRecord::of),
                        CodecTest.answers().stream().map(AnswerRecord::of),
                        CodecTest.events().stream().map(EventRecord::of));
        var wrote = Map.of("SMS", 7L);
        return Stream.concat(
                turn.flatMap(records -> records),
                Stream.of(
                        new RespondentRecord(1, 2, null, List.of(1L, 2L), 3L, wrote, null, null),
                        new RespondentRecord(1, 0, null, List.of(), null, Map.of(), 4L, null),
                        new EntryRecord(
                                1,
                                "",
                                new PromptRecord("", "", null, 0),
                                0,
                                -1,
                                null,
                                "",
                                "WEB",
                                Map.of("empty", ""),
                                Long.MAX_VALUE,
                                false)));
    }

    @ParameterizedTest
    @MethodSource
    void records(Written record) {
        assertThat(tree(Fields.write(record))).isEqualTo(tree(Json.write(record)));
    }

    private static Object tree(String json) {
        return Json.read(json, Map.class);
    }

    @Test
    void every_character_comes_back_and_none_breaks_the_line() {
        var characters =
                IntStream.rangeClosed(Character.MIN_VALUE, Character.MAX_VALUE)
                        .mapToObj(c -> String.valueOf((char) c))
                        .collect(Collectors.joining());
        var record = new PromptRecord(characters, "\"\\", "👍", null);

        var json = Fields.write(record);

        assertThat(Json.read(json, PromptRecord.class)).isEqualTo(record);
        assertThat(json.chars()).allMatch(c -> c >= ' ');
    }
}
