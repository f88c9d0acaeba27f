package io.entendu.core.testing;

import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.outbox.Noted;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.respondent.RespondentId;
import java.util.Optional;

/** One report on a message of one respondent in memory; the store's lock is held. */
final class Noting {

    private final Memory memory;
    private final Person person;
    private final Settling settling;
    private final DeliveryReport report;

    Noting(Memory memory, RespondentId id, DeliveryReport report) {
        this.memory = memory;
        this.person = memory.person(id);
        this.settling = new Settling(memory, id);
        this.report = report;
    }

    Optional<Noted> note() {
        var known = person.reports.get(report.providerMessageId());
        if (known == null) {
            return person.goneUntil.isAfter(memory.now()) ? Optional.empty() : unknown();
        }
        if (report.rank() <= known.rank()) {
            return Optional.empty();
        }
        keep(known.entry());
        return known.entry().map(entry -> noted(entry, false));
    }

    private Optional<Noted> unknown() {
        var candidates = settling.doubtful(report.entry(), report.to().channel());
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        if (candidates.size() > 1) {
            keep(Optional.empty());
            candidates.stream()
                    .flatMap(c -> c.flying().stream())
                    .forEach(owed -> owed.guessed = Optional.of(report.providerMessageId()));
            return Optional.empty();
        }
        var candidate = candidates.getFirst();
        keep(Optional.of(candidate.entry()));
        if (candidate.flying().isPresent()) {
            candidate.flying().get().reported = Optional.of(report.providerMessageId());
            return Optional.of(noted(candidate.entry(), false));
        }
        return Optional.of(
                noted(candidate.entry(), settling.resolve(candidate, report.providerMessageId())));
    }

    private void keep(Optional<OutboxEntry> entry) {
        person.reports.put(
                report.providerMessageId(),
                new Person.Report(
                        entry,
                        report.rank(),
                        Optional.of(report.status()),
                        report.errorCode(),
                        report.failure()));
    }

    private static Noted noted(OutboxEntry entry, boolean resolved) {
        return new Noted(entry.conversation(), entry.turn(), resolved);
    }
}
