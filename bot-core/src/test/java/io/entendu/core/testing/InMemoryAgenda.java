package io.entendu.core.testing;

import io.entendu.core.conversation.ConversationEvent.WentQuiet;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.Commit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class InMemoryAgenda implements Agenda {

    private final Memory memory;

    InMemoryAgenda(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<Due> dueTimers(int limit, Duration lease) {
        synchronized (memory) {
            var due = new ArrayList<Due>();
            memory.persons.forEach((id, person) ->
                    person.timers.replaceAll((conversation, timer) -> {
                        if (due.size() >= limit || timer.due().isAfter(memory.now())) {
                            return timer;
                        }
                        due.add(
                                new Due(
                                        id,
                                        new WentQuiet(conversation, timer.turn(), memory.now())));
                        return new Person.Timer(
                                timer.turn(), memory.now().plus(lease), timer.patience());
                    }));
            return due;
        }
    }

    @Override
    public void drop(Due stale) {
        synchronized (memory) {
            memory.person(stale.respondent())
                    .timers
                    .computeIfPresent(
                            stale.event().conversation(),
                            (_, timer) -> timer.turn() == stale.event().turn() ? null : timer);
        }
    }

    @Override
    public List<Taken> takeJobs(int limit, Duration lease) {
        synchronized (memory) {
            var taken = new ArrayList<Taken>();
            memory.jobs.replaceAll((job, waiting) -> {
                if (taken.size() >= limit || waiting.due().isAfter(memory.now())) {
                    return waiting;
                }
                taken.add(new Taken(job, waiting.attempts() + 1));
                return new Memory.Waiting(memory.now().plus(lease), waiting.attempts() + 1);
            });
            return taken;
        }
    }

    @Override
    public void postpone(Commit.Job job, Duration wait) {
        synchronized (memory) {
            memory.jobs.computeIfPresent(
                    job,
                    (_, waiting) ->
                            new Memory.Waiting(memory.now().plus(wait), waiting.attempts()));
        }
    }

    @Override
    public void drop(Commit.Job stale) {
        synchronized (memory) {
            memory.jobs.remove(stale);
        }
    }
}
