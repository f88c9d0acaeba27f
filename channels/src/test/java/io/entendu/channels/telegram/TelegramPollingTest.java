package io.entendu.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.channels.http.FakeProvider;
import io.entendu.channels.http.FakeProvider.Call;
import io.entendu.channels.http.FakeProvider.Play;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.respondent.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TelegramPollingTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Play DONE = new Play.Answer(200, "{\"ok\":true,\"result\":true}");

    private final BlockingQueue<List<String>> taken = new LinkedBlockingQueue<>();

    @Test
    void updatesAreConfirmedOnceTaken() throws InterruptedException {
        try (var telegram = new FakeProvider(holding("text", "voice"));
                var adapter = adapter(telegram);
                var _ = adapter.poll(this::take)) {
            assertThat(next()).containsExactly("700000001/7", "700000004/9");
            var confirming = telegram.await(call -> offset(call) > 0);

            assertThat(offset(confirming)).isEqualTo(700_000_005);
            assertThat(telegram.calls().getFirst().path()).endsWithIgnoringCase("/deleteWebhook");
            TelegramSenderTest.assertJson(
                    confirming.body(),
                    """
                    {"offset":700000005,"timeout":30,"method":"getupdates",
                     "allowed_updates":["message","edited_message","callback_query","my_chat_member"]}
                    """);
        }
    }

    @Test
    void editsAreTakenAndConfirmedByTheirOwnUpdates() throws InterruptedException {
        try (var telegram = new FakeProvider(holding("text", "edited"));
                var adapter = adapter(telegram);
                var _ = adapter.poll(this::take)) {
            assertThat(next()).containsExactly("700000001/7", "700000013");
            assertThat(offset(telegram.await(call -> offset(call) > 0))).isEqualTo(700_000_014);
        }
    }

    @Test
    void nothingIsConfirmedWhileTheStoreIsAway() throws InterruptedException {
        var tries = new AtomicInteger();
        Consumer<List<InboundMessage>> shaky =
                messages -> {
                    if (tries.incrementAndGet() < 4) {
                        throw new StoreUnavailableException("away", new IllegalStateException());
                    }
                    take(messages);
                };
        try (var telegram = new FakeProvider(holding("text"));
                var adapter = adapter(telegram);
                var _ = adapter.poll(shaky)) {
            assertThat(next()).containsExactly("700000001/7");
            telegram.await(call -> offset(call) > 0);

            assertThat(tries).hasValue(4);
            assertThat(telegram.calls().stream().filter(call -> isPoll(call) && offset(call) == 0))
                    .hasSize(1);
        }
    }

    @Test
    void aSlipOfTheConsumerDoesNotEndIt() throws InterruptedException {
        var tries = new AtomicInteger();
        Consumer<List<InboundMessage>> slipping =
                messages -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("slip");
                    }
                    take(messages);
                };
        try (var telegram = new FakeProvider(holding("text"));
                var adapter = adapter(telegram);
                var _ = adapter.poll(slipping)) {
            assertThat(next()).containsExactly("700000001/7");
        }
    }

    @Test
    void whatIsNothingForUsIsConfirmedAndPressesAreAnswered() {
        try (var telegram = new FakeProvider(holding("group", "game"));
                var adapter = adapter(telegram);
                var _ = adapter.poll(this::take)) {
            assertThat(offset(telegram.await(call -> offset(call) > 0))).isEqualTo(700_000_013);
            telegram.await(call -> call.path().endsWith("/answercallbackquery"));
            assertThat(taken).isEmpty();
        }
    }

    @Test
    void itGoesOnAfterAConflictAndAnError() throws InterruptedException {
        var failures = new AtomicInteger();
        var conflict =
                "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other getUpdates request\"}";
        var holding = holding("text");
        try (var telegram =
                        new FakeProvider(call ->
                                switch (isPoll(call) ? failures.incrementAndGet() : 0) {
                                    case 1 -> new Play.Answer(409, conflict);
                                    case 2 -> new Play.Drop();
                                    case 3 -> new Play.Answer(502, "");
                                    default -> holding.apply(call);
                                });
                var adapter = adapter(telegram);
                var _ = adapter.poll(this::take)) {
            assertThat(next()).containsExactly("700000001/7");
        }
    }

    @Test
    void itEndsAtOnceWhileTelegramHoldsTheCall() {
        try (var telegram = new FakeProvider(call -> isPoll(call) ? new Play.Hang() : DONE);
                var adapter = adapter(telegram)) {
            var polling = adapter.poll(this::take);
            telegram.await(TelegramPollingTest::isPoll);
            var began = System.nanoTime();
            polling.close();

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(2));
            assertThat(polling.isRunning()).isFalse();
        }
    }

    @Test
    void itEndsWhileTheStoreIsAway() {
        var tried = new AtomicInteger();
        try (var telegram = new FakeProvider(holding("text"));
                var adapter =
                        new TelegramAdapter(
                                Telegram.settings(telegram.url()), Duration.ofSeconds(20))) {
            var polling =
                    adapter.poll(_ -> {
                        tried.incrementAndGet();
                        throw new StoreUnavailableException("away", new IllegalStateException());
                    });
            telegram.await(TelegramPollingTest::isPoll);
            polling.close();

            assertThat(polling.isRunning()).isFalse();
            assertThat(telegram.calls().stream().filter(call -> offset(call) > 0)).isEmpty();
        }
    }

    private TelegramAdapter adapter(FakeProvider telegram) {
        return new TelegramAdapter(Telegram.settings(telegram.url()), AT_ONCE);
    }

    private void take(List<InboundMessage> messages) {
        taken.add(messages.stream().map(InboundMessage::id).toList());
    }

    private List<String> next() throws InterruptedException {
        return taken.poll(10, TimeUnit.SECONDS);
    }

    /** Tells these updates until they are confirmed, then holds the call. */
    private static Function<Call, Play> holding(String... payloads) {
        var updates =
                "["
                        + String.join(
                                ",", List.of(payloads).stream().map(Telegram::payload).toList())
                        + "]";
        return call -> {
            if (!isPoll(call)) {
                return DONE;
            }
            return offset(call) > 0
                    ? new Play.Hang()
                    : new Play.Answer(200, "{\"ok\":true,\"result\":" + updates + "}");
        };
    }

    private static boolean isPoll(Call call) {
        return call.path().endsWith("/getupdates");
    }

    private static int offset(Call call) {
        return isPoll(call) ? JsonMapper.shared().readTree(call.body()).path("offset").asInt() : 0;
    }
}
