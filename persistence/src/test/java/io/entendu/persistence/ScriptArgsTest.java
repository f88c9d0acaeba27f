package io.entendu.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptArgsTest {

    static Stream<List<String>> arguments() {
        return Stream.of(
                List.of(),
                List.of(""),
                List.of("9 caractères"),
                List.of("dix signes", "Ça marche 👍 \r\n $3"),
                List.of("x".repeat(999), "x".repeat(1000), "é".repeat(50_000)));
    }

    @ParameterizedTest
    @MethodSource
    void arguments(List<String> arguments) {
        var keys = List.of("e:{s01}:r:a", "e:{s01}:in:a");
        var ours = new ScriptArgs("digest", keys, arguments.toArray(String[]::new));
        var theirs =
                new CommandArgs<>(StringCodec.UTF8)
                        .add("digest")
                        .add(keys.size())
                        .addKeys(keys)
                        .addValues(arguments);

        assertThat(written(ours)).isEqualTo(written(theirs));
        assertThat(ours.count()).isEqualTo(theirs.count());
        assertThat(ours.getFirstEncodedKey()).isEqualTo(theirs.getFirstEncodedKey());
    }

    /** The client's own writing announces another length than it writes. */
    @Test
    void half_of_a_surrogate_pair_is_a_question_mark() {
        var ours =
                new ScriptArgs(
                        "d", List.of("k"), "a\ud83d", "\ud83d\u00e9", "\udc4d\ud83d\ud83d\udc4d");

        assertThat(written(ours))
                .isEqualTo(
                        bulk("d") + bulk("1") + bulk("k") + bulk("a?") + bulk("?é") + bulk("??👍"));
    }

    private static String bulk(String text) {
        return "$" + text.getBytes(UTF_8).length + "\r\n" + text + "\r\n";
    }

    private static String written(CommandArgs<String, String> arguments) {
        var buffer = Unpooled.buffer();
        arguments.encode(buffer);
        return buffer.toString(UTF_8);
    }
}
