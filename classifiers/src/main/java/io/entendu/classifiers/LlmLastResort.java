package io.entendu.classifiers;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.entendu.core.reading.Doubt;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.LastResort;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a language model, once and with a deadline. A person waits for the answer: when too many are
 * asked about already, or the provider failed several times running, nobody is asked and the reply
 * counts as not understood. Only masked text leaves this process.
 */
final class LlmLastResort implements LastResort {

    /** From the question to the model until we go on without it. */
    static final Duration DEADLINE = Duration.ofSeconds(3);

    /** Calls under way at the most, also those that nobody waits for any more. */
    static final int AT_ONCE = 8;

    private final ChatModel model;
    private final String rule;
    private final Duration deadline;
    private final CircuitBreaker breaker;
    private final Semaphore room = new Semaphore(AT_ONCE);

    LlmLastResort(ChatModel model, String modelName, Duration deadline, CircuitBreaker breaker) {
        this.model = model;
        this.rule = RULE + modelName + "+" + ReadingPrompt.VERSION;
        this.deadline = deadline;
        this.breaker = breaker;
    }

    @Override
    public Optional<Interpretation> read(Doubt doubt) {
        var end = NormalText.of(doubt.reply()).end();
        var shown = Masking.mask(doubt.reply().substring(0, end), doubt.locale());
        if (shown.text().isBlank()) {
            return Optional.empty();
        }
        var asked = Masking.mask(doubt.asked(), doubt.locale()).text();
        return ask(ReadingPrompt.request(doubt.question(), asked, shown.text()))
                .flatMap(said -> said.interpretation(doubt, shown, rule));
    }

    private Optional<ReadingAnswer> ask(ChatRequest request) {
        if (!room.tryAcquire()) {
            return Optional.empty();
        }
        if (!breaker.lets()) {
            room.release();
            return Optional.empty();
        }
        var answer = answer(started(request));
        if (answer.isPresent()) {
            breaker.succeeded();
        } else {
            breaker.failed();
        }
        return answer;
    }

    /** The room is given back when the call has really ended, not when we cease to wait. */
    private FutureTask<Optional<String>> started(ChatRequest request) {
        var call =
                new FutureTask<>(() -> Optional.ofNullable(model.chat(request).aiMessage().text()));
        Thread.ofVirtual()
                .name("last-resort")
                .start(() -> {
                    try {
                        call.run();
                    } finally {
                        room.release();
                    }
                });
        return call;
    }

    /** The client's own timeout does not cover a body that trickles in, this one does. */
    private Optional<ReadingAnswer> answer(FutureTask<Optional<String>> call) {
        try {
            return call.get(deadline.toNanos(), TimeUnit.NANOSECONDS).flatMap(ReadingAnswer::parse);
        } catch (TimeoutException late) {
            call.cancel(true);
            return Optional.empty();
        } catch (ExecutionException failed) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
