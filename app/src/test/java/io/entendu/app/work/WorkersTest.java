package io.entendu.app.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entendu.core.analysis.ClassifierUnavailableException;
import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.outbox.Backlog;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Demand;
import io.entendu.core.outbox.Noted;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private final Outage outage = new Outage();
    private final Outage.Instance instance = outage.instance();

    private Workers workers(Outbox outbox) {
        var store = outage.store;
        return new Workers(
                outbox,
                store.agenda(),
                store.respondents(),
                instance.line,
                instance.dispatcher,
                new Labelling(
                        store.agenda(),
                        store.respondents(),
                        outage.surveys,
                        outage.surveys,
                        (_, _) -> {
                            throw new ClassifierUnavailableException("nobody is asked here");
                        },
                        instance.line),
                Duration.ofSeconds(5),
                instance.gate,
                instance.meters);
    }

    @Test
    void aStoreThatIsAwayIsAnOutage() {
        instance.round();
        assertThat(instance.gate.isShut()).isFalse();

        var workers = workers(new AwayOutbox());
        workers.start();
        try {
            await().until(instance.gate::isShut);
        } finally {
            workers.stop();
        }
    }

    private static final class AwayOutbox implements Outbox {

        @Override
        public List<Claim> claimDue(Demand demand) {
            throw new StoreUnavailableException("away", new IllegalStateException());
        }

        @Override
        public void settle(Claim claim, Settlement settlement) {
            throw new StoreUnavailableException("away", new IllegalStateException());
        }

        @Override
        public Optional<Noted> note(RespondentId respondent, DeliveryReport report) {
            return Optional.empty();
        }

        @Override
        public Backlog backlog() {
            throw new StoreUnavailableException("away", new IllegalStateException());
        }

        @Override
        public List<OutboxState> of(RespondentId respondent) {
            return List.of();
        }
    }
}
