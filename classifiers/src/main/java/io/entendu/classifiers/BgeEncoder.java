package io.entendu.classifiers;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * bge-small-en-v1.5, quantised, run in this process by ONNX Runtime. Loading takes 2 to 4 seconds
 * and happens once, in the background. Its native library needs glibc: on Alpine, say, it cannot be
 * loaded, and every answer is empty.
 *
 * <p>Source of the model: <a
 * href="https://huggingface.co/BAAI/bge-small-en-v1.5">BAAI/bge-small-en-v1.5</a>, MIT licence.
 */
final class BgeEncoder implements SentenceEncoder {

    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

    /**
     * Half the processors at most: replies come first. Threads of their own, because native code
     * holds on to the carrier of a virtual thread, and there are as few of these as processors.
     */
    private static final ExecutorService ENCODING =
            Executors.newFixedThreadPool(
                    Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                    Thread.ofPlatform().daemon().name("bge-", 0).factory());

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
    private static Optional<float[]> vector(Model model, String english) {
        try {
            return Optional.of(
                    CompletableFuture.supplyAsync(
                                    () -> model.embed(english).content().vector(), ENCODING)
                            .join());
        } catch (CompletionException notThisOne) {
            return Optional.empty();
        }
    }

    private static Loaded start() {
        try {
            return new Running(new Model(encoder()));
        } catch (LinkageError | RuntimeException | OrtException | IOException unavailable) {
            return new Missing(unavailable.getClass().getSimpleName());
        }
    }

    /**
     * One thread a sentence: by default the runtime spreads each over all cores and keeps them
     * spinning, which doubles the processor time and takes it from the replies (measured: 14
     * against 7 ms for one clause, at the same time on the clock).
     */
    private static OnnxBertBiEncoder encoder() throws OrtException, IOException {
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions();
                var tokenizer = resource(TOKENIZER);
                var model = resource(MODEL)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            var session = environment.createSession(model.readAllBytes(), options);
            return new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var in = OnnxBertBiEncoder.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("missing from the jar: " + name);
        }
        return in;
    }

    /** Encodes on the caller's thread. */
    private static final class Model extends AbstractInProcessEmbeddingModel {

        private final OnnxBertBiEncoder encoder;

        Model(OnnxBertBiEncoder encoder) {
            super(Runnable::run);
            this.encoder = encoder;
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }
    }

    private sealed interface Loaded {}

    private record Running(Model model) implements Loaded {}

    /** The library or the model could not be loaded. */
    private record Missing(String reason) implements Loaded {}
}
