package io.entendu.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** In the messages, a capital letter was sent and a small one perhaps not. */
class OwedTest {

    @ParameterizedTest
    @MethodSource
    void explains(String owed, String texts, boolean explained) {
        var messages =
                owed.chars()
                        .mapToObj(c ->
                                new Owed(
                                        Character.toString(Character.toUpperCase(c)),
                                        Character.isUpperCase(c)))
                        .toList();
        var said = texts.isEmpty() ? List.<String>of() : List.of(texts.split(""));

        assertThat(Owed.explains(messages, said)).isEqualTo(explained);
    }

    static Stream<Arguments> explains() {
        return Stream.of(
                argumentSet("the same", "ABC", "ABC", true),
                argumentSet("nothing", "", "", true),
                argumentSet("an overtaken one is not said", "AbC", "AC", true),
                argumentSet("or is", "AbC", "ABC", true),
                argumentSet("the same words twice, the first overtaken", "aA", "A", true),
                argumentSet("the same words twice, the second not due", "Aa", "A", true),
                argumentSet("a sent one is missing", "ABC", "AC", false),
                argumentSet("another one is said", "AC", "ABC", false),
                argumentSet("other words", "AB", "AX", false),
                argumentSet("another order", "AB", "BA", false),
                argumentSet("something out of nothing", "", "A", false));
    }
}
