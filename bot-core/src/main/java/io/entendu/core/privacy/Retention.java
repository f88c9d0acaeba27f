package io.entendu.core.privacy;

import io.entendu.core.survey.SurveyId;
import java.time.Instant;
import java.util.Map;

/**
 * Takes away what has been held for long enough. Safe for many threads and many processes: they
 * divide the work.
 *
 * <p>A conversation that has not ended is never touched, nor is an opt-out, and tallies stay: they
 * say how often a value was given, and of nobody.
 */
public interface Retention {

    /**
     * What of conversations is too old: what ended before these moments.
     *
     * @param texts people's words, as they came
     * @param responses the conversations with their answers and their logs
     */
    record Limit(Instant texts, Instant responses) {

        /** The stricter of both, each by each. */
        public Limit and(Limit other) {
            return new Limit(
                    texts.isAfter(other.texts) ? texts : other.texts,
                    responses.isAfter(other.responses) ? responses : other.responses);
        }
    }

    /**
     * What is too old.
     *
     * @param house of every survey
     * @param surveys of those that are stricter
     * @param proofs lines of the ledger written before this
     * @param people who have no conversation left and were in touch before this
     * @param settled what ended before this hardly moves any more, and may be kept in a smaller
     *     form
     */
    record Limits(
            Limit house,
            Map<SurveyId, Limit> surveys,
            Instant proofs,
            Instant people,
            Instant settled) {

        public Limits {
            surveys = Map.copyOf(surveys);
        }
    }

    /**
     * What was taken away.
     *
     * @param texts conversations that have lost their words
     * @param proofs people whose ledger has been shortened after they were gone themselves
     */
    record Pruned(long texts, long conversations, long people, long proofs) {

        public static final Pruned NOTHING = new Pruned(0, 0, 0, 0);

        public Pruned plus(Pruned more) {
            return new Pruned(
                    texts + more.texts,
                    conversations + more.conversations,
                    people + more.people,
                    proofs + more.proofs);
        }

        public boolean isNothing() {
            return equals(NOTHING);
        }
    }

    /**
     * Takes away all that is too old and that no other process is at, a little at a time so that
     * nobody waits. What could not be taken away because somebody was at it is met again next time.
     *
     * @throws io.entendu.core.respondent.StoreUnavailableException when the store gave no answer in
     *     time; what was taken away stays so, and calling again goes on
     */
    Pruned prune(Limits limits);
}
