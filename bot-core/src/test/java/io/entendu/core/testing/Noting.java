package io.entendu.core.testing;

import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.outbox.Noted;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.outbox.OutboxState.Status;
import io.entendu.core.respondent.RespondentId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One report on a message of one respondent in memory; the store's lock is held. */
final class Noting {

    private final Memory memory;
    private final Person person;
    private final Settling settling;
    private final DeliveryReport report;

    /** Whose it may be; with what is still owed of it. */
    private record Candidate(OutboxEntry entry, Optional<Person.Owed> owed) {}

    Noting(Memory memory, RespondentId id, DeliveryReport report) {
        this.memory = memory;
        this.person = memory.person(id);
        this.settling = new Settling(memory, id);
        this.report = report;
    }

    Optional<Noted> note() {
        var known = Optional.ofNullable(person.reports.get(report.providerMessageId()));
        return known.isPresent()
                ? known.filter(k -> report.rank() > k.rank()).map(k -> keep(k.entry(), false))
                : unknown();
    }

    private Optional<Noted> unknown() {
        if (person.goneUntil.isAfter(memory.now())) {
            return Optional.empty();
        }
        var candidates = candidates();
        if (candidates.size() != 1) {
            return report.failure().isPresent()
                    ? Optional.empty()
                    : flying().map(owed -> keep(owed.entry, false));
        }
        var candidate = candidates.getFirst();
        var settled = candidate.owed().filter(owed -> owed.status != Status.SENDING);
        candidate
                .owed()
                .filter(owed -> owed.status == Status.SENDING)
                .ifPresent(owed -> owed.reported = Optional.of(report.providerMessageId()));
        settled.ifPresent(owed -> {
            owed.resolved = true;
            settling.arrive(owed, report.providerMessageId());
        });
        return Optional.of(keep(candidate.entry(), settled.isPresent()));
    }

    private List<Candidate> candidates() {
        var finished =
                person.finished.stream()
                        .filter(f ->
                                report.entry()
                                        .map(f.entry().id()::equals)
                                        .orElseGet(() -> f.doubtful() && isOfChannel(f.entry())))
                        .map(f -> new Candidate(f.entry(), Optional.empty()));
        var owed =
                person.owed.stream()
                        .filter(o ->
                                report.entry()
                                        .map(o.entry.id()::equals)
                                        .orElseGet(() -> isOpen(o) && isOfChannel(o.entry)))
                        .map(o -> new Candidate(o.entry, Optional.of(o)));
        return Stream.concat(finished, owed).toList();
    }

    private static boolean isOpen(Person.Owed owed) {
        return owed.status == Status.SENDING || owed.maybeSent;
    }

    private boolean isOfChannel(OutboxEntry entry) {
        return entry.channel() == report.to().channel();
    }

    /** A report may overtake the settling of its message. */
    private Optional<Person.Owed> flying() {
        return person.owed.stream()
                .filter(o -> o.status == Status.SENDING && isOfChannel(o.entry))
                .findFirst();
    }

    private Noted keep(OutboxEntry entry, boolean resolved) {
        person.reports.put(
                report.providerMessageId(),
                new Person.Report(
                        entry,
                        report.rank(),
                        Optional.of(report.status()),
                        report.errorCode(),
                        report.failure()));
        return new Noted(entry.conversation(), entry.turn(), resolved);
    }
}
