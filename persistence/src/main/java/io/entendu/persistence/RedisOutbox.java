package io.entendu.persistence;

import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.channel.SendResult;
import io.entendu.core.outbox.Backlog;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Demand;
import io.entendu.core.outbox.Lane;
import io.entendu.core.outbox.Noted;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.respondent.RespondentId;
import io.entendu.persistence.wire.Codec;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final Pattern POINT = Pattern.compile("\\.");

    private final Redis redis;
    private final DueRespondents due;
    private final Codec codec;
    private final Signals signals;
    private final StoreSettings settings;
    private final AtomicLong unsettled = new AtomicLong();

    RedisOutbox(Redis redis, Codec codec, Signals signals, StoreSettings settings) {
        this.redis = redis;
        this.due = new DueRespondents(redis);
        this.codec = codec;
        this.signals = signals;
        this.settings = settings;
    }

    /** Settlements that could not be written; their messages will be sent once more. */
    long unsettled() {
        return unsettled.get();
    }

    @Override
    public List<Claim> claimDue(Demand demand) {
        if (demand.isEmpty()) {
            return List.of();
        }
        var found = due.find(demand);
        var sorted = found.unsorted().stream().map(id -> claim(id, 0)).toList();
        var asked =
                found.wanted().stream()
                        .map(d -> new Asked(d.id(), claim(d.id(), DueRespondents.number(d.lane()))))
                        .toList();
        sorted.forEach(redis::await);
        var claims = new ArrayList<Claim>();
        for (var claim : asked) {
            var reply = new Reply(redis.await(claim.answer));
            if (!reply.isEmpty()) {
                Claimed.of(claim.id, reply, codec::entry, codec.addresses(reply.text(6)))
                        .ifPresent(claims::add);
            }
        }
        return List.copyOf(claims);
    }

    private record Asked(RespondentId id, CompletableFuture<List<?>> answer) {}

    private CompletableFuture<List<?>> claim(RespondentId id, int lane) {
        return redis.startKeeping(
                Script.CLAIM,
                OutboxKeys.of(id),
                id.value(),
                String.valueOf(settings.claimLease().toMillis()),
                pace(),
                String.valueOf(lane));
    }

    private String pace() {
        return String.valueOf(settings.chatPace().toMillis());
    }

    /** Does not wait: what follows on this connection comes after it. */
    @Override
    public void settle(Claim claim, Settlement settlement) {
        settle(claim, arguments(claim, settlement), 1);
    }

    private void settle(Claim claim, String[] arguments, int attempt) {
        var _ =
                redis.<String>start(
                                Script.SETTLE,
                                OutboxKeys.withDeadLetters(claim.respondent()),
                                arguments)
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

    private String[] arguments(Claim claim, Settlement settlement) {
        var arguments = new ArrayList<String>();
        arguments.add(claim.respondent().value());
        arguments.add(pace());
        arguments.add(claim.entry().id());
        arguments.add(String.valueOf(claim.number()));
        arguments.addAll(outcome(settlement));
        return arguments.toArray(String[]::new);
    }

    private static List<String> outcome(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Sent(var provider, var buttons) ->
                    List.of("SENT", word(provider), buttons ? "1" : "0");
            case Settlement.Found(var provider) -> List.of("FOUND", word(provider));
            case Settlement.Again(var at, var reason, var code) ->
                    List.of("AGAIN", String.valueOf(at.toEpochMilli()), reason.name(), word(code));
            case Settlement.Held(var until) ->
                    List.of("HELD", String.valueOf(until.toEpochMilli()));
            case Settlement.Unresolved() -> List.of("UNRESOLVED");
            case Settlement.GivenUp(var reason, var code) ->
                    List.of("GIVEN_UP", reason.name(), word(code));
        };
    }

    @Override
    public Optional<Noted> note(RespondentId respondent, DeliveryReport report) {
        var reply =
                redis.multi(
                        Script.NOTE,
                        OutboxKeys.withDeadLettersAnd(
                                respondent, Shard.of(respondent).gone(respondent)),
                        respondent.value(),
                        pace(),
                        word(report.providerMessageId()),
                        String.valueOf(report.rank()),
                        word(report.status()),
                        word(report.errorCode().orElse("")),
                        report.failure().map(SendResult.Reason::name).orElse("-"),
                        report.to().channel().name(),
                        word(report.entry().orElse("")));
        if (reply.isEmpty()) {
            return Optional.empty();
        }
        var resolved = reply.number(1) == 1;
        if (resolved) {
            signals.publish(Signals.OUTBOX);
        }
        return Optional.of(noted(reply.text(0), resolved));
    }

    /** An entry's id begins with conversation and turn; outside a conversation there are none. */
    private static Noted noted(String entry, boolean resolved) {
        var words = POINT.split(entry, -1);
        var conversation = Integer.parseInt(words[0]);
        return new Noted(
                conversation, conversation == 0 ? 0 : Integer.parseInt(words[1]), resolved);
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

    @Override
    public Backlog backlog() {
        var answers =
                Shard.ALL.stream()
                        .map(shard ->
                                redis.<List<?>>start(
                                        Script.BACKLOG,
                                        List.of(shard.due(), shard.deadLetters(), shard.doubts()),
                                        String.valueOf(Lane.ALL.size())))
                        .toList();
        return BacklogView.of(answers.stream().map(a -> new Reply(redis.await(a))).toList());
    }

    /** Scripts keep words apart by blanks; a hyphen stands for none. */
    private static String word(String text) {
        var word = BLANKS.matcher(text.strip()).replaceAll("_");
        return word.isEmpty() ? "-" : word;
    }
}
