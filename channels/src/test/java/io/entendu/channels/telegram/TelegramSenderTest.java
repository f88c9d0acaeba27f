package io.entendu.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.channels.http.FakeProvider;
import io.entendu.channels.http.FakeProvider.Play;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.QuickReply;
import io.entendu.core.channel.SendResult;
import io.entendu.core.channel.SendResult.Accepted;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.channel.SendResult.Rejected;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class TelegramSenderTest {

    private static final String TAKEN =
            "{\"ok\":true,\"result\":{\"message_id\":1000,\"text\":\"x\"}}";
    private static final OutboundMessage QUESTION =
            new OutboundMessage(
                    "c1/2/0",
                    new Address(Channel.TELEGRAM, "5000000001"),
                    "De 0 à 10 ? 😀",
                    List.of(
                            List.of(new QuickReply("0", "q1:0"), new QuickReply("1", "q1:1")),
                            List.of(new QuickReply("2", "q1:2"))),
                    Optional.empty(),
                    Optional.of("999"),
                    Locale.FRENCH);

    @ParameterizedTest
    @MethodSource
    void results(Play play, SendResult expected) {
        try (var telegram = new FakeProvider(_ -> play);
                var adapter =
                        new TelegramAdapter(
                                play instanceof Play.Hang
                                        ? Telegram.impatient(telegram.url())
                                        : Telegram.settings(telegram.url()))) {
            assertThat(adapter.sender().send(QUESTION)).isEqualTo(expected);
            assertThat(
                            telegram.calls().stream()
                                    .filter(call -> call.path().endsWith("/sendmessage")))
                    .hasSize(1);
        }
    }

    static Stream<Arguments> results() {
        return Stream.of(
                argumentSet("taken", new Play.Answer(200, TAKEN), new Accepted("1000")),
                argumentSet(
                        "too fast",
                        new Play.Answer(
                                429,
                                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 2\",\"parameters\":{\"retry_after\":2}}"),
                        new Rejected(Reason.THROTTLED, "429", Optional.of(Duration.ofSeconds(2)))),
                argumentSet(
                        "too fast, says the gateway",
                        new Play.Answer(429, Map.of("Retry-After", "7"), "slow down"),
                        new Rejected(Reason.THROTTLED, "429", Optional.of(Duration.ofSeconds(7)))),
                argumentSet(
                        "down",
                        error(500, "Internal Server Error"),
                        rejected(Reason.UNAVAILABLE, "500")),
                argumentSet(
                        "the gateway's error page",
                        new Play.Answer(502, "<html>Bad Gateway</html>"),
                        rejected(Reason.UNAVAILABLE, "502")),
                argumentSet(
                        "blocked",
                        error(403, "Forbidden: bot was blocked by the user"),
                        rejected(Reason.OPTED_OUT, "403")),
                argumentSet(
                        "gone",
                        error(403, "Forbidden: user is deactivated"),
                        rejected(Reason.UNREACHABLE, "403")),
                argumentSet(
                        "never met",
                        error(403, "Forbidden: bot can't initiate conversation with a user"),
                        rejected(Reason.UNREACHABLE, "403")),
                argumentSet(
                        "no such chat",
                        error(400, "Bad Request: chat not found"),
                        rejected(Reason.UNREACHABLE, "400")),
                argumentSet(
                        "our mistake",
                        error(400, "Bad Request: message is too long"),
                        rejected(Reason.REFUSED, "400")),
                argumentSet(
                        "wrong token", error(401, "Unauthorized"), rejected(Reason.REFUSED, "401")),
                argumentSet(
                        "a sentence of tomorrow",
                        error(403, "Forbidden: it is Sunday"),
                        rejected(Reason.REFUSED, "403")),
                argumentSet("hangs", new Play.Hang(), rejected(Reason.NO_ANSWER, "no_answer")),
                argumentSet("cut", new Play.Drop(), rejected(Reason.NO_ANSWER, "no_answer")),
                argumentSet(
                        "taken, but nonsense is answered",
                        new Play.Answer(200, "<html/>"),
                        rejected(Reason.NO_ANSWER, "no_answer")),
                argumentSet(
                        "taken, but no id",
                        new Play.Answer(200, "{\"ok\":true,\"result\":true}"),
                        rejected(Reason.NO_ANSWER, "no_message_id")));
    }

    @Test
    void nobodyListens() {
        var gone = FakeProvider.answering(200, TAKEN);
        var settings = Telegram.settings(gone.url());
        gone.close();
        try (var adapter = new TelegramAdapter(settings)) {
            assertThat(adapter.sender().send(QUESTION))
                    .isEqualTo(rejected(Reason.UNAVAILABLE, "unreached"));
        }
    }

    @Test
    void theRequestIsWhatTheBotApiWants() {
        try (var telegram = FakeProvider.answering(200, TAKEN);
                var adapter = new TelegramAdapter(Telegram.settings(telegram.url()))) {
            adapter.sender().send(QUESTION);

            var call = telegram.calls().getFirst();
            assertThat(call.path()).isEqualTo("/bot" + Telegram.TOKEN + "/sendmessage");
            assertThat(call.headers().get("content-type")).startsWith("application/json");
            assertJson(
                    call.body(),
                    """
                    {"chat_id":"5000000001","text":"De 0 à 10 ? 😀","method":"sendmessage","reply_markup":{"inline_keyboard":[
                      [{"text":"0","callback_data":"q1:0"},{"text":"1","callback_data":"q1:1"}],[{"text":"2","callback_data":"q1:2"}]]}}
                    """);
            var stale = telegram.await(c -> c.path().endsWith("/editmessagereplymarkup"));
            assertJson(
                    stale.body(),
                    "{\"chat_id\":\"5000000001\",\"message_id\":999,\"method\":\"editmessagereplymarkup\"}");
        }
    }

    @Test
    void staleButtonsStayWhenTheNewMessageWasNotTaken() {
        try (var telegram = FakeProvider.answering(500, "")) {
            try (var adapter = new TelegramAdapter(Telegram.settings(telegram.url()))) {
                adapter.sender().send(QUESTION);
            }
            assertThat(telegram.calls()).hasSize(1);
        }
    }

    @Test
    void halfACharacterDoesNotCostTheText() {
        try (var telegram = FakeProvider.answering(200, TAKEN);
                var adapter = new TelegramAdapter(Telegram.settings(telegram.url()))) {
            var broken =
                    new OutboundMessage(
                            "c1/3/0",
                            QUESTION.to(),
                            "half \ud83d",
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Locale.FRENCH);
            assertThat(adapter.sender().send(broken)).isEqualTo(new Accepted("1000"));
            assertThat(telegram.calls().getFirst().body()).contains("\"half ?\"");
        }
    }

    @Test
    void secretsAreNotPrinted() {
        var settings = Telegram.settings(URI.create("http://127.0.0.1:1"));

        assertThat(settings.toString())
                .doesNotContain(Telegram.TOKEN)
                .doesNotContain(Telegram.SECRET);
    }

    private static Play error(int status, String description) {
        return new Play.Answer(
                status,
                "{\"ok\":false,\"error_code\":"
                        + status
                        + ",\"description\":\""
                        + description
                        + "\"}");
    }

    private static Rejected rejected(Reason reason, String code) {
        return new Rejected(reason, code, Optional.empty());
    }

    static void assertJson(String actual, String expected) {
        var mapper = JsonMapper.shared();
        assertThat(mapper.readTree(actual)).isEqualTo(mapper.readTree(expected));
    }
}
