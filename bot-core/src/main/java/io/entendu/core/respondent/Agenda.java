package io.entendu.core.respondent;

import io.entendu.core.conversation.ConversationEvent;
import java.time.Duration;
import java.util.List;

/** What is due: timers and verbatims to be analysed. Safe for many threads and many processes. */
public interface Agenda {

    /**
     * A timer that has gone off. It is consumed by the commit that disarms or re-arms it, or by
     * {@link #drop}.
     */
    record Due(RespondentId respondent, ConversationEvent.WentQuiet event) {}

    /** A job taken by one worker until its lease ends. */
    record Taken(Commit.Job job, int attempt) {}

    /** Timers that are due, each held back from other workers for {@code lease}. */
    List<Due> dueTimers(int limit, Duration lease);

    /** Takes away a timer that turned out to be stale. */
    void drop(Due stale);

    /** Jobs that are due, each held back from other workers for {@code lease}. */
    List<Taken> takeJobs(int limit, Duration lease);

    /** Puts a job back, to be taken after {@code wait}. */
    void postpone(Commit.Job job, Duration wait);

    /** Takes away a job that turned out to be stale. */
    void drop(Commit.Job stale);
}
