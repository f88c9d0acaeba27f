package io.entendu.app.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.app.chat.Said.Fine;
import io.entendu.app.chat.Said.Unusable;
import io.entendu.core.channel.Content;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class SaidTest {

    private static final String ID = "0123456789abcdef";

    @ParameterizedTest
    @MethodSource
    void read(String body, Said expected) {
        assertThat(Said.read(body.getBytes(UTF_8), JsonMapper.shared())).isEqualTo(expected);
    }

    static Stream<Arguments> read() {
        return Stream.of(
                argumentSet(
                        "words are stripped at their ends",
                        "{\"id\":\"" + ID + "\",\"text\":\" 8 \\n\"}",
                        new Fine(ID, "8", new Content.Text("8"))),
                argumentSet(
                        "a button shows its label and says where it stood",
                        "{\"id\":\""
                                + ID
                                + "\",\"payload\":\"p:1\",\"label\":\"Oui\",\"prompt\":\"out-1\"}",
                        new Fine(ID, "Oui", new Content.Tap("p:1", "Oui", "out-1"))),
                argumentSet(
                        "two thousand characters are taken",
                        text("x".repeat(2000)),
                        new Fine(ID, "x".repeat(2000), new Content.Text("x".repeat(2000)))),
                argumentSet(
                        "one more is not",
                        text("x".repeat(2001)),
                        new Unusable("text", "chat.problem.long")),
                argumentSet(
                        "nothing is not a message",
                        text(" "),
                        new Unusable("text", "chat.problem.empty")),
                argumentSet(
                        "without an id a retry could not be recognised",
                        "{\"text\":\"8\"}",
                        new Unusable("id", "chat.problem.id")),
                argumentSet(
                        "an id is made of harmless characters",
                        "{\"id\":\"<script>alert\",\"text\":\"8\"}",
                        new Unusable("id", "chat.problem.id")),
                argumentSet(
                        "a payload is as long as a button's may be",
                        "{\"id\":\""
                                + ID
                                + "\",\"payload\":\""
                                + "é".repeat(33)
                                + "\",\"label\":\"x\"}",
                        new Unusable("payload", "chat.problem.unreadable")),
                argumentSet(
                        "a body without end is not parsed",
                        " ".repeat(Said.BODY_LIMIT) + text("8"),
                        new Unusable("body", "chat.problem.long")),
                argumentSet(
                        "half a body", "{\"id\":", new Unusable("body", "chat.problem.unreadable")),
                argumentSet("no object", "null", new Unusable("body", "chat.problem.unreadable")));
    }

    private static String text(String words) {
        return "{\"id\":\"" + ID + "\",\"text\":\"" + words + "\"}";
    }
}
