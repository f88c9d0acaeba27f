package io.entendu.classifiers;

import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.entendu.core.analysis.Analysis;
import io.entendu.core.analysis.ClassifierUnavailableException;
import io.entendu.core.analysis.Flag;
import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.analysis.Verbatim;
import io.entendu.core.analysis.VerbatimClassifier;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a language model. Only masked text leaves this process; what comes back is data, checked
 * before it counts. A call that fails is repeated once, each within the timeout: an answer or the
 * exception comes within twice the timeout.
 */
final class LlmClassifier implements VerbatimClassifier {

    private static final int ATTEMPTS = 2;

    /**
     * Language models do not know how sure they are: this is the share of their sentiments people
     * agree with.
     */
    private static final double CONFIDENCE = 0.9;

    private final ChatModel model;
    private final String modelName;
    private final Duration timeout;
    private final Rules rules;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    LlmClassifier(ChatModel model, String modelName, Duration timeout, Rules rules) {
        this.model = model;
        this.modelName = modelName;
        this.timeout = timeout;
        this.rules = rules;
    }

    @Override
    public Analysis classify(Verbatim verbatim, Taxonomy taxonomy) {
        var text = NormalText.of(verbatim.text());
        var shown = Masking.mask(verbatim.text().substring(0, text.end()), verbatim.locale());
        var question = Masking.mask(verbatim.question(), verbatim.locale()).text();
        var request = LlmPrompt.request(question, shown.text(), taxonomy);
        var failure = "no answer";
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            switch (ask(request)) {
                case Said(var content) -> {
                    var answer = LlmAnswer.read(content, shown, taxonomy);
                    if (answer.isPresent()) {
                        return analysis(answer.get(), rules.flags(text.text()), taxonomy);
                    }
                    failure = "the answer does not fit the schema";
                }
                case Failed(var reason) -> failure = reason;
            }
        }
        throw new ClassifierUnavailableException(modelName + ": " + failure);
    }

    /** The client's own timeout does not cover a body that trickles in, this one does. */
    private Outcome ask(ChatRequest request) {
        var call = calls.submit(() -> model.chat(request).aiMessage().text());
        try {
            return Optional.ofNullable(call.get(timeout.toNanos(), TimeUnit.NANOSECONDS))
                    .<Outcome>map(Said::new)
                    .orElseGet(() -> new Failed("an empty answer"));
        } catch (TimeoutException late) {
            call.cancel(true);
            return new Failed("no answer in " + timeout);
        } catch (ExecutionException failed) {
            return new Failed(reason(failed));
        } catch (InterruptedException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new ClassifierUnavailableException("interrupted", stopped);
        }
    }

    /** The kind of failure only: a provider's message may quote the text or the key. */
    private static String reason(ExecutionException failed) {
        return failed.getCause() instanceof LangChain4jException known
                ? known.getClass().getSimpleName()
                : "an unexpected failure";
    }

    private Analysis analysis(LlmAnswer answer, Set<Flag> ruled, Taxonomy taxonomy) {
        var flags = EnumSet.noneOf(Flag.class);
        flags.addAll(ruled);
        flags.addAll(answer.flags());
        return new Analysis(
                answer.sentiment(),
                answer.mentions(),
                flags,
                CONFIDENCE,
                "llm:" + modelName,
                LlmPrompt.VERSION + "+" + taxonomy.id() + "/" + taxonomy.version(),
                false);
    }

    private sealed interface Outcome {}

    private record Said(String content) implements Outcome {}

    private record Failed(String reason) implements Outcome {}
}
