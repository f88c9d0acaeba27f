package io.entendu.app.work;

import io.entendu.app.line.Line;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.StoreUnavailableException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/**
 * Lets conversations hear that their time has passed.
 *
 * <p>A campaign that went out in one minute falls due in one minute. So timers are taken batch
 * after batch as long as there are any. Several instances share what is due, as each holds back
 * what it has taken. None goes off before what was said during an outage has been heard: whoever
 * answered then has not gone quiet.
 */
final class Timers {

    /** Taken at once; done long before {@link #LEASE} is over, so that nobody else takes it too. */
    private static final int BATCH = 256;

    /** Those taken by an instance that died are due again after this. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Agenda agenda;
    private final Line line;
    private final SendingGate gate;
    private final Batch batch = new Batch("timers");
    private final Counter wentOff;
    private final Counter stale;

    Timers(Agenda agenda, Line line, SendingGate gate, MeterRegistry meters) {
        this.agenda = agenda;
        this.line = line;
        this.gate = gate;
        this.wentOff = meters.counter("entendu.timers", "outcome", "went_off");
        this.stale = meters.counter("entendu.timers", "outcome", "stale");
    }

    /**
     * Works through one batch of what is due.
     *
     * @return whether more may be due that need not wait
     * @throws StoreUnavailableException when nothing can be taken now
     */
    boolean round() throws InterruptedException {
        if (gate.isShut()) {
            return false;
        }
        var due = agenda.dueTimers(BATCH, LEASE);
        batch.each(due, this::goOff);
        return due.size() == BATCH;
    }

    private void goOff(Agenda.Due due) {
        if (line.wentQuiet(due)) {
            wentOff.increment();
        } else {
            agenda.drop(due);
            stale.increment();
        }
    }
}
