package io.entendu.core.testing;

import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.respondent.RespondentId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

final class InMemoryOutbox implements Outbox {

    private final Memory memory;
    private final Duration lease;

    InMemoryOutbox(Memory memory, Duration lease) {
        this.memory = memory;
        this.lease = lease;
    }

    @Override
    public List<Claim> claimDue(int limit) {
        synchronized (memory) {
            return memory.persons.keySet().stream()
                    .map(id -> new Delivering(memory, id, lease).take())
                    .flatMap(Optional::stream)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public void settle(Claim claim, Settlement settlement) {
        synchronized (memory) {
            new Delivering(memory, claim.respondent(), lease).settle(claim, settlement);
        }
    }

    @Override
    public OptionalInt note(RespondentId respondent, DeliveryReport report) {
        synchronized (memory) {
            var person = memory.person(respondent);
            var known =
                    Optional.ofNullable(person.reports.get(report.providerMessageId()))
                            .or(() ->
                                    person.goneUntil.isAfter(memory.now())
                                            ? Optional.empty()
                                            : inFlight(person));
            if (known.isEmpty() || report.rank() <= known.get().rank()) {
                return OptionalInt.empty();
            }
            var conversation = known.get().conversation();
            person.reports.put(
                    report.providerMessageId(),
                    new Person.Report(
                            conversation,
                            report.rank(),
                            Optional.of(report.status()),
                            report.errorCode(),
                            report.failure()));
            return OptionalInt.of(conversation);
        }
    }

    /** A report may overtake the settling of its message. */
    private static Optional<Person.Report> inFlight(Person person) {
        return person.owed.stream()
                .filter(o -> o.status == OutboxState.Status.SENDING)
                .findFirst()
                .map(o ->
                        new Person.Report(
                                o.entry.conversation(),
                                -1,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Override
    public List<OutboxState> of(RespondentId respondent) {
        synchronized (memory) {
            var person = memory.person(respondent);
            return Stream.concat(
                            person.finished.stream().map(state -> reported(person, state)),
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
}
