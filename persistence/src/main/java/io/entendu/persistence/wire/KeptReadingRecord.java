package io.entendu.persistence.wire;

import io.entendu.core.reading.Interpretation;

/**
 * A reading kept beside its message.
 *
 * @param v version of this form
 * @param r the reading and why
 */
record KeptReadingRecord(int v, ReadingRecord r) {

    static KeptReadingRecord of(Interpretation reading) {
        return new KeptReadingRecord(1, ReadingRecord.of(reading));
    }

    Interpretation reading() {
        return r.interpretation();
    }
}
