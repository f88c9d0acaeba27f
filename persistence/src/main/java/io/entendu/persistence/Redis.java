package io.entendu.persistence;

import io.entendu.core.respondent.StoreUnavailableException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts and commands, and says in our words what went wrong. Waiting costs a virtual thread
 * nothing.
 */
final class Redis {

    /**
     * Answers by which a server says that it cannot serve now; before Redis 7 a script's stand in
     * the middle of another. Everything else is our mistake.
     */
    private static final Pattern AWAY =
            Pattern.compile(
                    "(?:^|-)(LOADING|READONLY|OOM|MISCONF|CLUSTERDOWN|MASTERDOWN|TRYAGAIN|BUSY|NOREPLICAS|NOAUTH|WRONGPASS|NOPERM|UNKILLABLE)\\b");

    private final RedisClusterAsyncCommands<String, String> commands;
    private final Replicas replicas;
    private final Duration timeout;
    private final boolean watched;

    /**
     * Commands for which no answer is waited for longer than {@code timeout}.
     *
     * @param watched whether the client ends every call after that time by itself: a second watch
     *     over each call is then left out
     */
    Redis(
            RedisClusterAsyncCommands<String, String> commands,
            Replicas replicas,
            Duration timeout,
            boolean watched) {
        this.commands = commands;
        this.replicas = replicas;
        this.timeout = timeout;
        this.watched = watched;
    }

    RedisClusterAsyncCommands<String, String> commands() {
        return commands;
    }

    /** Runs a script for what it changes. */
    void change(Script script, List<String> keys, String... arguments) {
        await(this.<Object>start(script, keys, arguments));
    }

    /** Runs a script that answers with a text, or with nothing. */
    Optional<String> value(Script script, List<String> keys, String... arguments) {
        return Optional.ofNullable(await(this.<@Nullable String>start(script, keys, arguments)));
    }

    /** Runs a script that answers with a list. */
    Reply multi(Script script, List<String> keys, String... arguments) {
        return new Reply(await(this.<List<?>>start(script, keys, arguments)));
    }

    /** As {@link #multi}, and the answer counts only once replicas have what was written. */
    Reply keep(Script script, List<String> keys, String... arguments) {
        return new Reply(await(this.<List<?>>startKeeping(script, keys, arguments)));
    }

    /** Runs a script without waiting. */
    <T extends @Nullable Object> CompletableFuture<T> start(
            Script script, List<String> keys, String... arguments) {
        script.requireOneShard(keys);
        return script.run(commands, keys, arguments);
    }

    /** As {@link #start}; comes to its end once replicas have what was written. */
    <T extends @Nullable Object> CompletableFuture<T> startKeeping(
            Script script, List<String> keys, String... arguments) {
        script.requireOneShard(keys);
        return replicas.demanded() == 0
                ? script.run(commands, keys, arguments)
                : replicas.run(script, keys, arguments);
    }

    /**
     * Waits for an answer.
     *
     * @throws StoreUnavailableException when there is none in time, or the server cannot serve
     */
    <T extends @Nullable Object> T await(Future<T> answer) {
        try {
            return watched ? answer.get() : answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(
                    "interrupted while waiting for the store", interrupted);
        } catch (TimeoutException slow) {
            throw slow(slow);
        } catch (ExecutionException failed) {
            throw said(unwrapped(failed));
        }
    }

    private static StoreUnavailableException slow(Exception watch) {
        return new StoreUnavailableException("the store gave no answer in time", watch);
    }

    /** What a failure means to callers. */
    static RuntimeException said(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        if (failure instanceof RedisCommandTimeoutException watch) {
            return slow(watch);
        }
        if (failure instanceof RedisCommandExecutionException) {
            var away = AWAY.matcher(message);
            return away.find()
                    ? new StoreUnavailableException(
                            "the store cannot serve: " + away.group(1), failure)
                    : new IllegalStateException("the store did not understand us", failure);
        }
        return failure instanceof RedisException || failure instanceof CancellationException
                ? new StoreUnavailableException("the store cannot be reached", failure)
                : new IllegalStateException("a call to the store failed", failure);
    }

    static Throwable unwrapped(Throwable failure) {
        return (failure instanceof ExecutionException || failure instanceof CompletionException)
                        && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }
}
