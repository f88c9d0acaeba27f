package io.entendu.core.testing;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.outbox.Backlog;
import io.entendu.core.outbox.Backlog.Waiting;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Demand;
import io.entendu.core.outbox.Lane;
import io.entendu.core.outbox.Noted;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.OutboxState.Status;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.respondent.RespondentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryOutbox implements Outbox {

    private final Memory memory;
    private final Delivering.Pacing pacing;

    InMemoryOutbox(Memory memory, Delivering.Pacing pacing) {
        this.memory = memory;
        this.pacing = pacing;
    }

    @Override
    public List<Claim> claimDue(Demand demand) {
        synchronized (memory) {
            var claims = new ArrayList<Claim>();
            Lane.ALL.stream()
                    .sorted(Comparator.comparing(Lane::urgency))
                    .forEach(lane ->
                            longestDue().stream()
                                    .map(id -> new Delivering(memory, id, pacing).take(lane))
                                    .flatMap(Optional::stream)
                                    .limit(room(demand, lane, claims))
                                    .forEach(claims::add));
            return List.copyOf(claims);
        }
    }

    /** Openings get what replies leave. */
    private static long room(Demand demand, Lane lane, List<Claim> claims) {
        var before = claims.stream().filter(c -> c.entry().channel() == lane.channel()).count();
        return Math.clamp(demand.of(lane) - before, 0L, (long) demand.most() - claims.size());
    }

    private List<RespondentId> longestDue() {
        return memory.persons.entrySet().stream()
                .sorted(
                        Comparator.comparing(e ->
                                e.getValue().owed.stream()
                                        .map(o -> o.due)
                                        .min(Comparator.naturalOrder())
                                        .orElse(memory.now())))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    @Override
    public void settle(Claim claim, Settlement settlement) {
        synchronized (memory) {
            new Settling(memory, claim.respondent()).settle(claim, settlement);
        }
    }

    @Override
    public Optional<Noted> note(RespondentId respondent, DeliveryReport report) {
        synchronized (memory) {
            return new Noting(memory, respondent, report).note();
        }
    }

    @Override
    public List<OutboxState> of(RespondentId respondent) {
        synchronized (memory) {
            var person = memory.person(respondent);
            return Stream.concat(
                            person.finished.stream().map(f -> reported(person, f.state())),
                            person.owed.stream().map(o -> o.state(o.status, Optional.empty())))
                    .toList();
        }
    }

    private static OutboxState reported(Person person, OutboxState state) {
        return state.providerMessageId()
                .map(person.reports::get)
                .map(report ->
                        new OutboxState(
                                state.entryId(),
                                state.conversation(),
                                state.turn(),
                                state.status(),
                                state.attempts(),
                                state.reason().or(report::failure),
                                state.code().or(report::code),
                                state.providerMessageId(),
                                report.status()))
                .orElse(state);
    }

    @Override
    public Backlog backlog() {
        synchronized (memory) {
            var lanes = new HashMap<Lane, Waiting>();
            var maybeSent = new HashMap<Channel, Integer>();
            Lane.ALL.forEach(lane -> lanes.put(lane, Waiting.NOBODY));
            for (var channel : Channel.values()) {
                maybeSent.put(channel, 0);
            }
            var dead = 0L;
            for (var id : memory.persons.keySet()) {
                var person = memory.person(id);
                var delivering = new Delivering(memory, id, pacing);
                dead += person.lost.size();
                person.owed.stream()
                        .filter(o -> o.maybeSent)
                        .forEach(o -> maybeSent.merge(o.entry.channel(), 1, Integer::sum));
                person.owed.stream()
                        .min(Comparator.comparing(o -> !o.isReply()))
                        .ifPresent(o ->
                                lanes.merge(
                                        Lane.of(o.entry),
                                        waiting(o, delivering.due(o)),
                                        Waiting::plus));
            }
            return new Backlog(lanes, maybeSent, dead);
        }
    }

    private Waiting waiting(Person.Owed owed, Instant due) {
        return owed.status == Status.SENDING || due.isAfter(memory.now())
                ? new Waiting(0, 1)
                : new Waiting(1, 0);
    }
}
