package io.entendu.core.testing;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.outbox.OutboxState.Status;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.respondent.RespondentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of the messages of one respondent in memory; the store's lock is held. */
final class Settling {

    private static final int FINISHED_KEPT = 50;
    private static final Duration LATE = Duration.ofSeconds(1);

    private final Person person;
    private final Instant now;

    Settling(Memory memory, RespondentId id) {
        this.person = memory.person(id);
        this.now = memory.now();
    }

    void settle(Claim claim, Settlement settlement) {
        person.owed.stream()
                .filter(o -> o.entry.id().equals(claim.entry().id()))
                .filter(o -> o.status == Status.SENDING && o.claim == claim.number())
                .findFirst()
                .ifPresent(owed -> settle(owed, settlement));
    }

    private void settle(Person.Owed owed, Settlement settlement) {
        switch (settlement) {
            case Settlement.Sent(var provider, var buttons) -> {
                arrive(owed, provider);
                disown(owed, Optional.of(provider));
                person.buttons =
                        buttons
                                ? Optional.of(new Person.Buttons(owed.entry.channel(), provider))
                                : Optional.empty();
            }
            case Settlement.Found(var provider) -> {
                owed.attempts--;
                owed.resolved = true;
                arrive(owed, provider);
            }
            case Settlement.Again(var at, var reason, var code) -> {
                owed.due = at;
                again(owed, reason, code);
            }
            case Settlement.Held(var until) -> {
                owed.due = until;
                owed.attempts--;
                owed.status = owed.maybeSent ? Status.MAYBE_SENT : Status.QUEUED;
                if (owed.overtaken) {
                    retire(person, owed);
                }
            }
            case Settlement.Unresolved() -> {
                owed.attempts--;
                giveUp(owed, Reason.NO_ANSWER, "unknown_outcome");
            }
            case Settlement.GivenUp(var reason, var code) -> {
                giveUp(owed, reason, code);
                disown(owed, Optional.empty());
            }
        }
    }

    private void giveUp(Person.Owed owed, Reason reason, String code) {
        owed.reason = Optional.of(reason);
        owed.code = Optional.of(code);
        finish(person, owed, Status.GIVEN_UP, Optional.empty());
        if (!owed.overtaken && reason != Reason.OPTED_OUT) {
            person.lost.put(owed.entry.id(), new Person.Lost(owed, now));
        }
    }

    /** The provider took it. What it reported before that was known is this one's. */
    void arrive(Person.Owed owed, String provider) {
        owed.reason = Optional.empty();
        owed.code = Optional.empty();
        finish(person, owed, Status.SENT, Optional.of(provider));
        var known = person.reports.get(provider);
        person.reports.put(
                provider,
                known == null
                        ? new Person.Report(
                                Optional.of(owed.entry),
                                -1,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())
                        : known.of(owed.entry));
        rearm(owed);
    }

    /** A message of which it is not known whether it was sent; with what is still owed of it. */
    record Candidate(OutboxEntry entry, Optional<Person.Owed> owed) {

        Optional<Person.Owed> flying() {
            return owed.filter(o -> o.status == Status.SENDING);
        }
    }

    /** Those in doubt on a channel; with a name, that one alone. */
    List<Candidate> doubtful(Optional<String> named, Channel channel) {
        var finished =
                person.finished.stream()
                        .filter(f ->
                                named.map(f.entry().id()::equals)
                                        .orElseGet(() ->
                                                f.doubtful() && f.entry().channel() == channel))
                        .map(f -> new Candidate(f.entry(), Optional.empty()));
        var owed =
                person.owed.stream()
                        .filter(o ->
                                named.map(o.entry.id()::equals)
                                        .orElseGet(
                                                () -> o.isOpen() && o.entry.channel() == channel))
                        .map(o -> new Candidate(o.entry, Optional.of(o)));
        return Stream.concat(finished, owed).toList();
    }

    /**
     * The provider did take it. What staff were to decide about is decided, unless it failed.
     *
     * @return whether that was news
     */
    boolean resolve(Candidate candidate, String provider) {
        if (candidate.owed().isPresent()) {
            candidate.owed().get().resolved = true;
            arrive(candidate.owed().get(), provider);
            return true;
        }
        var report = person.reports.get(provider).of(candidate.entry());
        person.reports.put(provider, report);
        var known = person.finished.stream().filter(f -> f.entry().equals(candidate.entry()));
        if (known.anyMatch(f -> f.state().status() == Status.SENT)) {
            return false;
        }
        person.finished.replaceAll(f -> f.entry().equals(candidate.entry()) ? f.sent(provider) : f);
        if (report.failure().isEmpty()) {
            person.lost.remove(candidate.entry().id());
        }
        return true;
    }

    /**
     * What was reported while it was in flight is of the only other one in doubt, if not its own.
     */
    private void disown(Person.Owed owed, Optional<String> provider) {
        var other = owed.guessed.filter(id -> !Optional.of(id).equals(provider));
        owed.guessed = Optional.empty();
        if (other.isPresent() && !owed.maybeSent) {
            var whose = doubtful(Optional.empty(), owed.entry.channel());
            if (whose.size() == 1) {
                resolve(whose.getFirst(), other.get());
            }
        }
    }

    private void rearm(Person.Owed owed) {
        if (now.isBefore(owed.entry.due().plus(LATE))) {
            return;
        }
        person.timers.computeIfPresent(
                owed.entry.conversation(),
                (_, timer) ->
                        timer.patience()
                                .filter(_ -> timer.turn() == owed.entry.turn())
                                .map(now::plus)
                                .filter(at -> at.isAfter(timer.due()))
                                .map(at -> new Person.Timer(timer.turn(), at, timer.patience()))
                                .orElse(timer));
    }

    private void again(Person.Owed owed, Reason reason, String code) {
        if (reason == Reason.NO_ANSWER) {
            unanswered(owed, code);
            return;
        }
        owed.status = owed.maybeSent ? Status.MAYBE_SENT : Status.QUEUED;
        owed.reason = Optional.of(reason);
        owed.code = Optional.of(code);
        if (owed.overtaken) {
            retire(person, owed);
        }
    }

    void unanswered(Person.Owed owed, String code) {
        owed.maybeSent = true;
        owed.status = Status.MAYBE_SENT;
        owed.reason = Optional.of(Reason.NO_ANSWER);
        owed.code = Optional.of(code);
        owed.guessed = Optional.empty();
        if (owed.reported.isPresent()) {
            owed.resolved = true;
            arrive(owed, owed.reported.get());
        } else if (owed.overtaken) {
            finish(person, owed, Status.GIVEN_UP, Optional.empty());
        }
    }

    /** Takes out what is not wanted any more; what may have been sent stays visible. */
    static void retire(Person person, Person.Owed owed) {
        if (owed.attempts > 0) {
            finish(person, owed, Status.GIVEN_UP, Optional.empty());
        } else {
            person.owed.remove(owed);
        }
    }

    private static void finish(
            Person person, Person.Owed owed, Status as, Optional<String> provider) {
        person.owed.remove(owed);
        person.finished.add(
                new Person.Finished(
                        owed.state(as, provider), owed.entry, owed.maybeSent && !owed.resolved));
        if (person.finished.size() > FINISHED_KEPT) {
            person.finished
                    .removeFirst()
                    .state()
                    .providerMessageId()
                    .ifPresent(person.reports::remove);
        }
    }
}
