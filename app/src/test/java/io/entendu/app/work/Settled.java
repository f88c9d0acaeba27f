package io.entendu.app.work;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.outbox.Backlog;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Demand;
import io.entendu.core.outbox.Lane;
import io.entendu.core.outbox.Noted;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.respondent.RespondentId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Owes nothing and tells in words what is settled. */
final class Settled implements Outbox {

    private final Instant now;
    private final Consumer<String> told;
    List<OutboxState> known = List.of();

    Settled(Instant now, Consumer<String> told) {
        this.now = now;
        this.told = told;
    }

    @Override
    public List<Claim> claimDue(Demand demand) {
        return List.of();
    }

    @Override
    public void settle(Claim claim, Settlement settlement) {
        told.accept(
                switch (settlement) {
                    case Settlement.Sent(var id, var buttons) ->
                            "sent " + id + (buttons ? " with buttons" : "");
                    case Settlement.Found(var id) -> "found " + id;
                    case Settlement.Again again ->
                            "again after " + seconds(again.at()) + " s: " + again.reason();
                    case Settlement.Held held -> "held for " + seconds(held.until()) + " s";
                    case Settlement.Unresolved() -> "left to staff";
                    case Settlement.GivenUp gone -> "given up: " + gone.reason();
                });
    }

    private long seconds(Instant at) {
        return Duration.between(now, at).toSeconds();
    }

    @Override
    public Optional<Noted> note(RespondentId respondent, DeliveryReport report) {
        return Optional.empty();
    }

    @Override
    public List<OutboxState> of(RespondentId respondent) {
        return known;
    }

    @Override
    public Backlog backlog() {
        var lanes = new HashMap<Lane, Backlog.Waiting>();
        Lane.ALL.forEach(lane -> lanes.put(lane, Backlog.Waiting.NOBODY));
        return new Backlog(lanes, new EnumMap<>(Channel.class), 0);
    }
}
