package io.entendu.classifiers;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * bge-small-en-v1.5, quantised, run in this process by ONNX Runtime. Loading takes 2 to 4 seconds
 * and happens once, in the background. Its native library needs glibc: on Alpine, say, it cannot be
 * loaded, and every answer is empty.
 *
 * <p>Source of the model: <a
 * href="https://huggingface.co/BAAI/bge-small-en-v1.5">BAAI/bge-small-en-v1.5</a>, MIT licence.
 */
final class BgeEncoder implements SentenceEncoder {

    private final CompletableFuture<Loaded> loading;

    private BgeEncoder(CompletableFuture<Loaded> loading) {
        this.loading = loading;
    }

    /** Begins to load; the first sentence waits for the end of it. */
    static BgeEncoder load() {
        return new BgeEncoder(
                CompletableFuture.supplyAsync(
                        BgeEncoder::start,
                        task -> Thread.ofPlatform().daemon().name("bge-load").start(task)));
    }

    @Override
    public Optional<float[]> encode(String english) {
        return switch (loading.join()) {
            case Running(var model) -> vector(model, english);
            case Missing _ -> Optional.empty();
        };
    }

    @Override
    public String describe() {
        if (!loading.isDone()) {
            return "bge-small-en-v1.5 is loading";
        }
        return switch (loading.join()) {
            case Running _ -> "bge-small-en-v1.5 in this process";
            case Missing(var reason) ->
                    "no sentence encoder on this machine, n-grams only: " + reason;
        };
    }

    /** One sentence the runtime chokes on must not stop the survey: it is read by its n-grams. */
    private static Optional<float[]> vector(
            BgeSmallEnV15QuantizedEmbeddingModel model, String english) {
        try {
            return Optional.of(model.embed(english).content().vector());
        } catch (RuntimeException notThisOne) {
            return Optional.empty();
        }
    }

    private static Loaded start() {
        try {
            Executor sameThread = Runnable::run;
            return new Running(new BgeSmallEnV15QuantizedEmbeddingModel(sameThread));
        } catch (LinkageError | RuntimeException unavailable) {
            return new Missing(unavailable.getClass().getSimpleName());
        }
    }

    private sealed interface Loaded {}

    private record Running(BgeSmallEnV15QuantizedEmbeddingModel model) implements Loaded {}

    /** The library or the model could not be loaded. */
    private record Missing(String reason) implements Loaded {}
}
