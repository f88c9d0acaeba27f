package io.entendu.app.scenario;

import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationEvent.WentQuiet;
import io.entendu.core.conversation.Effect;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.Commit;
import io.entendu.core.survey.QuestionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Timers and labels to come of one person. Nothing is held back: whoever takes something deals with
 * it before the next.
 */
final class Diary implements Agenda {

    private final InstantSource clock;
    private final Set<QuestionId> byHand;
    private final Map<Integer, Timer> timers = new HashMap<>();
    private final Map<Commit.Job, Waiting> jobs = new LinkedHashMap<>();

    private record Timer(int turn, Instant due) {}

    private record Waiting(Instant due, int attempts) {}

    /**
     * An empty diary.
     *
     * @param byHand answers whose labels wait for somebody to give them
     */
    Diary(InstantSource clock, Set<QuestionId> byHand) {
        this.clock = clock;
        this.byHand = Set.copyOf(byHand);
    }

    void note(Commit commit) {
        commit.done().ifPresent(jobs::remove);
        commit.next().conversation().ifPresent(c -> timer(commit, c));
        if (commit.next().isSuppressed()) {
            commit.next().conversation().ifPresent(this::unlabelled);
            return;
        }
        commit.jobs().forEach(job -> jobs.put(job, new Waiting(clock.instant(), 0)));
    }

    private void timer(Commit commit, Conversation conversation) {
        commit.expiry()
                .ifPresent(effect -> {
                    if (effect instanceof Effect.ArmExpiry(var at)) {
                        timers.put(conversation.number(), new Timer(conversation.turn(), at));
                    } else {
                        timers.remove(conversation.number());
                    }
                });
    }

    /** Nobody looks into the words of somebody who opted out. */
    private void unlabelled(Conversation conversation) {
        for (var answer : conversation.answers()) {
            if (answer instanceof Answer.Verbatim words && words.analysis().isEmpty()) {
                jobs.keySet()
                        .removeIf(job ->
                                job.conversation().number() == conversation.number()
                                        && job.question().equals(words.question()));
            }
        }
    }

    /** When something is due next. */
    Optional<Instant> next() {
        return Stream.concat(
                        timers.values().stream().map(Timer::due),
                        jobs.entrySet().stream()
                                .filter(job -> !byHand.contains(job.getKey().question()))
                                .map(job -> job.getValue().due()))
                .min(Comparator.naturalOrder());
    }

    /** It went off; one that was armed anew because of it stays. */
    void wentOff(Due timer) {
        timers.computeIfPresent(
                timer.event().conversation(),
                (_, latest) -> latest.due().isAfter(clock.instant()) ? latest : null);
    }

    @Override
    public List<Due> dueTimers(int limit, Duration lease) {
        var now = clock.instant();
        return timers.entrySet().stream()
                .filter(timer -> !timer.getValue().due().isAfter(now))
                .limit(limit)
                .map(timer ->
                        new Due(
                                WireStore.SOMEBODY,
                                new WentQuiet(timer.getKey(), timer.getValue().turn(), now)))
                .toList();
    }

    @Override
    public void drop(Due stale) {
        timers.computeIfPresent(
                stale.event().conversation(),
                (_, timer) -> timer.turn() == stale.event().turn() ? null : timer);
    }

    @Override
    public List<Taken> takeJobs(int limit, Duration lease) {
        var now = clock.instant();
        return take(job ->
                !byHand.contains(job.getKey().question()) && !job.getValue().due().isAfter(now));
    }

    /** The label of this answer that somebody is to give. */
    Optional<Taken> byHand(QuestionId question) {
        return take(job -> job.getKey().question().equals(question)).stream()
                .reduce((_, latest) -> latest);
    }

    private List<Taken> take(Predicate<Map.Entry<Commit.Job, Waiting>> which) {
        return jobs.entrySet().stream()
                .filter(which)
                .map(job -> new Taken(job.getKey(), job.getValue().attempts() + 1))
                .toList();
    }

    @Override
    public void postpone(Commit.Job job, Duration wait) {
        jobs.computeIfPresent(
                job,
                (_, waiting) -> new Waiting(clock.instant().plus(wait), waiting.attempts() + 1));
    }

    @Override
    public void drop(Commit.Job stale) {
        jobs.remove(stale);
    }
}
