package io.entendu.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.NestedMultiOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One atomic step, as it is known to the server.
 *
 * @param digest SHA-1 of the text, by which the server remembers it
 */
record Script(String text, String digest, ScriptOutputType output) {

    static final Script RECEIVE = load(ScriptOutputType.MULTI, "receive");
    static final Script KEEP_READING = load(ScriptOutputType.VALUE, "keep-reading");
    static final Script SET_ASIDE = load(ScriptOutputType.INTEGER, "set-aside");
    static final Script READ = load(ScriptOutputType.MULTI, "read");
    static final Script COMMIT = load(ScriptOutputType.MULTI, "outbox", "commit");
    static final Script CLAIM = load(ScriptOutputType.MULTI, "outbox", "claim");
    static final Script SETTLE = load(ScriptOutputType.VALUE, "outbox", "doubts", "settle");
    static final Script NOTE = load(ScriptOutputType.MULTI, "outbox", "doubts", "note");
    static final Script REDRIVE = load(ScriptOutputType.VALUE, "outbox", "redrive");
    static final Script DISMISS = load(ScriptOutputType.INTEGER, "dismiss");
    static final Script DUE = load(ScriptOutputType.MULTI, "due");
    static final Script BACKLOG = load(ScriptOutputType.MULTI, "backlog");
    static final Script RATE = load(ScriptOutputType.INTEGER, "rate");
    static final Script LEASE = load(ScriptOutputType.MULTI, "lease");
    static final Script POSTPONE = load(ScriptOutputType.INTEGER, "postpone");
    static final Script OLDER = load(ScriptOutputType.MULTI, "older");
    static final Script RESERVE = load(ScriptOutputType.VALUE, "reserve");
    static final Script KEEP = load(ScriptOutputType.INTEGER, "keep");
    static final Script TAKE = load(ScriptOutputType.VALUE, "take");
    static final Script DECIDED = load(ScriptOutputType.INTEGER, "decided");
    static final Script MINE = load(ScriptOutputType.INTEGER, "mine");
    static final Script FORGET = load(ScriptOutputType.INTEGER, "forget");
    static final Script ERASE = load(ScriptOutputType.MULTI, "outbox", "lists", "erase");
    static final Script DROP = load(ScriptOutputType.INTEGER, "lists", "drop");
    static final Script PACK = load(ScriptOutputType.INTEGER, "lists", "pack");
    static final Script PROOFS = load(ScriptOutputType.INTEGER, "lists", "proofs");
    static final Script BUBBLE = load(ScriptOutputType.INTEGER, "bubble");
    static final Script PUBLISH = load(ScriptOutputType.MULTI, "publish");
    static final Script LOOK = load(ScriptOutputType.MULTI, "look");
    static final Script REACH = load(ScriptOutputType.INTEGER, "reach");
    static final Script LEAD = load(ScriptOutputType.INTEGER, "lead");

    /**
     * Redis would run the script on the node of the first key and refuse the others, but only in a
     * cluster: here always.
     */
    void requireOneShard(List<String> keys) {
        var first = keys.getFirst();
        var tag = first.substring(0, first.indexOf('}') + 1);
        for (var key : keys) {
            if (tag.isEmpty() || !key.startsWith(tag)) {
                throw new IllegalArgumentException("keys of several shards in one script");
            }
        }
    }

    /** Has it run; the text is told to a server that does not know it yet. */
    <T extends @Nullable Object> CompletableFuture<T> run(
            RedisClusterAsyncCommands<String, String> server,
            List<String> keys,
            String... arguments) {
        return server.dispatch(
                        CommandType.EVALSHA,
                        this.<T>answer(),
                        new ScriptArgs(digest, keys, arguments))
                .exceptionallyCompose(failure ->
                        Redis.unwrapped(failure) instanceof RedisNoScriptException
                                ? server.<T>eval(
                                        text, output, keys.toArray(String[]::new), arguments)
                                : CompletableFuture.failedFuture(Redis.unwrapped(failure)))
                .toCompletableFuture();
    }

    /** As the client itself has it; the caller knows what its script answers with. */
    @SuppressWarnings("unchecked")
    private <T extends @Nullable Object> CommandOutput<String, String, T> answer() {
        var codec = TextCodec.INSTANCE;
        var answer =
                switch (output) {
                    case MULTI -> new NestedMultiOutput<>(codec);
                    case INTEGER -> new IntegerOutput<>(codec);
                    case VALUE -> new ValueOutput<>(codec);
                    case BOOLEAN, OBJECT, STATUS ->
                            throw new IllegalStateException("no script answers so: " + output);
                };
        return (CommandOutput<String, String, T>) answer;
    }

    /** Later files see what earlier ones declare; a script cannot load another on the server. */
    private static Script load(ScriptOutputType output, String... files) {
        var text = new StringBuilder(read("base.lua"));
        for (var file : files) {
            text.append(read(file + ".lua"));
        }
        return new Script(text.toString(), sha1(text.toString()), output);
    }

    private static String read(String file) {
        try (var in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + file);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-1", impossible);
        }
    }
}
