package io.entendu.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.entendu.channels.http.FakeProvider;
import io.entendu.channels.http.FakeProvider.Call;
import io.entendu.channels.http.FakeProvider.Play;
import io.entendu.core.channel.WebhookReading.Forbidden;
import io.entendu.core.channel.WebhookReading.Ignored;
import io.entendu.core.channel.WebhookReading.Messages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TelegramAdapterTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final String TRUE = "{\"ok\":true,\"result\":true}";
    private static final URI PUBLIC = URI.create("https://surveys.example.org/");

    @Test
    void aPressIsAnsweredAndItsButtonsGo() {
        try (var telegram = FakeProvider.answering(200, TRUE);
                var adapter = new TelegramAdapter(Telegram.settings(telegram.url()))) {
            assertThat(adapter.handle(Telegram.request(Telegram.payload("tap"))))
                    .isInstanceOf(Messages.class);

            var answered = telegram.await(method("answercallbackquery"));
            TelegramSenderTest.assertJson(
                    answered.body(),
                    "{\"callback_query_id\":\"4382bfdwdsb323b2d9\",\"method\":\"answercallbackquery\"}");
            var removed = telegram.await(method("editmessagereplymarkup"));
            TelegramSenderTest.assertJson(
                    removed.body(),
                    "{\"chat_id\":\"5000000001\",\"message_id\":12,\"method\":\"editmessagereplymarkup\"}");
            assertThat(adapter.failedCourtesies()).isZero();
        }
    }

    @Test
    void aRepeatedPressIsAnsweredAgain() {
        try (var telegram = FakeProvider.answering(200, TRUE);
                var adapter = new TelegramAdapter(Telegram.settings(telegram.url()))) {
            adapter.handle(Telegram.request(Telegram.payload("tap")));
            adapter.handle(Telegram.request(Telegram.payload("tap")));

            telegram.await(
                    calls -> calls.stream().filter(method("answercallbackquery")).toList(), 2);
        }
    }

    @Test
    void aPressThatIsNothingForUsIsAnsweredToo() {
        try (var telegram = FakeProvider.answering(200, TRUE);
                var adapter = new TelegramAdapter(Telegram.settings(telegram.url()))) {
            assertThat(adapter.handle(Telegram.request(Telegram.payload("game"))))
                    .isInstanceOf(Ignored.class);

            telegram.await(method("answercallbackquery"));
        }
    }

    @Test
    void aForgedPressIsNotAnswered() {
        try (var telegram = FakeProvider.answering(200, TRUE)) {
            try (var adapter = new TelegramAdapter(Telegram.settings(telegram.url()))) {
                var body = Telegram.payload("tap").getBytes(StandardCharsets.UTF_8);
                assertThat(adapter.handle(Telegram.request("wrong", body)))
                        .isInstanceOf(Forbidden.class);
            }
            assertThat(telegram.calls()).isEmpty();
        }
    }

    @Test
    void aPressThatIsTooOldIsNoFailureAndAServerErrorIs() {
        var tooOld =
                "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: query is too old\"}";
        try (var telegram =
                new FakeProvider(call ->
                        method("answercallbackquery").test(call)
                                ? new Play.Answer(400, tooOld)
                                : new Play.Answer(500, ""))) {
            var adapter = new TelegramAdapter(Telegram.settings(telegram.url()));
            try (adapter) {
                adapter.handle(Telegram.request(Telegram.payload("tap")));
                telegram.await(calls -> calls, 2);
            }
            assertThat(adapter.failedCourtesies()).isEqualTo(1);
        }
    }

    @Test
    void theWebhookIsRegisteredAsSoonAsTelegramIsThere() {
        var tries = new AtomicInteger();
        try (var telegram =
                        new FakeProvider(_ ->
                                tries.incrementAndGet() < 3
                                        ? new Play.Answer(502, "")
                                        : new Play.Answer(200, TRUE));
                var adapter = new TelegramAdapter(Telegram.settings(telegram.url()), AT_ONCE)) {
            adapter.register(PUBLIC);

            var registered = telegram.await(calls -> calls, 3).getLast();
            assertThat(registered.path()).endsWithIgnoringCase("/setwebhook");
            TelegramSenderTest.assertJson(
                    registered.body(),
                    """
                    {"url":"https://surveys.example.org/webhooks/telegram","secret_token":"entendu_test-secret","max_connections":100,
                     "allowed_updates":["message","edited_message","callback_query","my_chat_member"],"method":"setWebhook"}
                    """);
        }
    }

    @Test
    void aWebhookNeedsASecret() {
        try (var adapter = new TelegramAdapter(new TelegramSettings(Telegram.TOKEN, ""))) {
            assertThatIllegalArgumentException().isThrownBy(() -> adapter.register(PUBLIC));
        }
    }

    @Test
    void theNameIsKnownOnceTelegramTellsIt() throws InterruptedException {
        var me =
                "{\"ok\":true,\"result\":{\"id\":110201543,\"is_bot\":true,\"first_name\":\"E\",\"username\":\"EntenduBot\"}}";
        try (var telegram = FakeProvider.answering(200, me);
                var api = new BotApi(Telegram.settings(telegram.url()));
                var registration =
                        new TelegramRegistration(Telegram.settings(telegram.url()), api, AT_ONCE)) {
            assertThat(registration.username()).isEmpty();

            assertThat(registration.askName().join(Duration.ofSeconds(10))).isTrue();
            assertThat(registration.username()).contains("EntenduBot");
        }
    }

    private static Predicate<Call> method(String name) {
        return call -> call.path().toLowerCase(Locale.ROOT).endsWith("/" + name);
    }
}
