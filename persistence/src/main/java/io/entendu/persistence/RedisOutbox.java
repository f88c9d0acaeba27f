package io.entendu.persistence;

import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.channel.SendResult;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.respondent.RespondentId;
import io.entendu.persistence.wire.Codec;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Messages owed, a respondent's within their shard; the shard's queue names only respondents. */
final class RedisOutbox implements Outbox {

    private static final Logger LOG = System.getLogger(RedisOutbox.class.getName());

    /** Trying again is safe: a claim settles once. Together well within a lease. */
    private static final int SETTLE_TRIES = 5;

    private static final long SETTLE_PAUSE_MS = 500;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Redis redis;
    private final Codec codec;
    private final Signals signals;
    private final StoreSettings settings;
    private final AtomicLong unsettled = new AtomicLong();

    RedisOutbox(Redis redis, Codec codec, Signals signals, StoreSettings settings) {
        this.redis = redis;
        this.codec = codec;
        this.signals = signals;
        this.settings = settings;
    }

    /** Settlements that could not be written; their messages will be sent once more. */
    long unsettled() {
        return unsettled.get();
    }

    @Override
    public List<Claim> claimDue(int limit) {
        var due =
                Sweep.over(
                        redis,
                        limit,
                        (shard, room) ->
                                redis.<List<?>>start(
                                        Script.LEASE,
                                        List.of(shard.due()),
                                        String.valueOf(room),
                                        "0"),
                        RedisOutbox::members);
        var answers = due.stream().map(id -> new Asked(id, claim(id))).toList();
        var claims = new ArrayList<Claim>();
        for (var asked : answers) {
            var reply = new Reply(redis.await(asked.answer));
            if (!reply.isEmpty()) {
                Claimed.of(asked.id, reply, codec, codec.addresses(reply.text(6)))
                        .ifPresent(claims::add);
            }
        }
        return List.copyOf(claims);
    }

    private record Asked(RespondentId id, CompletableFuture<List<?>> answer) {}

    private CompletableFuture<List<?>> claim(RespondentId id) {
        return redis.start(
                Script.CLAIM,
                keys(id),
                id.value(),
                String.valueOf(settings.claimLease().toMillis()));
    }

    private static List<RespondentId> members(Reply reply) {
        var members = new ArrayList<RespondentId>();
        for (var i = 0; i < reply.size(); i += 2) {
            members.add(new RespondentId(reply.text(i)));
        }
        return members;
    }

    private static List<String> keys(RespondentId id) {
        var shard = Shard.of(id);
        return List.of(
                shard.respondent(id),
                shard.outbox(id),
                shard.finished(id),
                shard.deliveries(id),
                shard.due());
    }

    /** Does not wait: what follows on this connection comes after it. */
    @Override
    public void settle(Claim claim, Settlement settlement) {
        settle(claim, arguments(claim, settlement), 1);
    }

    private void settle(Claim claim, String[] arguments, int attempt) {
        var _ =
                redis.<String>start(Script.SETTLE, keys(claim.respondent()), arguments)
                        .whenComplete((answer, failure) -> {
                            if (failure != null) {
                                settleAgain(claim, arguments, attempt, Redis.unwrapped(failure));
                            } else if ("MORE".equals(answer)) {
                                signals.publish(Signals.OUTBOX);
                            }
                        });
    }

    private void settleAgain(Claim claim, String[] arguments, int attempt, Throwable failure) {
        if (attempt < SETTLE_TRIES) {
            CompletableFuture.delayedExecutor(SETTLE_PAUSE_MS * attempt, TimeUnit.MILLISECONDS)
                    .execute(() -> settle(claim, arguments, attempt + 1));
            return;
        }
        unsettled.incrementAndGet();
        LOG.log(
                Level.ERROR,
                "what became of message "
                        + claim.entry().id()
                        + " of "
                        + claim.respondent()
                        + " could not be written down; it will be taken for maybe sent: "
                        + Redis.said(failure).getMessage());
    }

    private static String[] arguments(Claim claim, Settlement settlement) {
        var id = claim.respondent().value();
        var entry = claim.entry().id();
        var number = String.valueOf(claim.number());
        return switch (settlement) {
            case Settlement.Sent(var provider, var buttons) ->
                    new String[] {id, entry, number, "SENT", word(provider), buttons ? "1" : "0"};
            case Settlement.Again(var at, var reason, var code) ->
                    new String[] {
                        id,
                        entry,
                        number,
                        "AGAIN",
                        String.valueOf(at.toEpochMilli()),
                        reason.name(),
                        word(code)
                    };
            case Settlement.Held(var until) ->
                    new String[] {id, entry, number, "HELD", String.valueOf(until.toEpochMilli())};
            case Settlement.GivenUp(var reason, var code) ->
                    new String[] {id, entry, number, "GIVEN_UP", reason.name(), word(code)};
        };
    }

    @Override
    public OptionalInt note(RespondentId respondent, DeliveryReport report) {
        var shard = Shard.of(respondent);
        var conversation =
                redis.value(
                        Script.NOTE,
                        List.of(
                                shard.outbox(respondent),
                                shard.deliveries(respondent),
                                shard.gone(respondent)),
                        word(report.providerMessageId()),
                        String.valueOf(report.rank()),
                        word(report.status()),
                        word(report.errorCode().orElse("")),
                        report.failure().map(SendResult.Reason::name).orElse("-"));
        return conversation
                .map(Integer::parseInt)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    @Override
    public List<OutboxState> of(RespondentId respondent) {
        var shard = Shard.of(respondent);
        var finished = redis.commands().lrange(shard.finished(respondent), 0, -1);
        var pending = redis.commands().hgetall(shard.outbox(respondent));
        var deliveries = redis.commands().hgetall(shard.deliveries(respondent));
        var archive = redis.commands().hgetall(shard.archive(respondent));
        return OutboxView.of(
                Archived.all(redis.await(archive)),
                redis.await(finished),
                redis.await(pending),
                redis.await(deliveries));
    }

    /** Scripts keep words apart by blanks; a hyphen stands for none. */
    private static String word(String text) {
        var word = BLANKS.matcher(text.strip()).replaceAll("_");
        return word.isEmpty() ? "-" : word;
    }
}
