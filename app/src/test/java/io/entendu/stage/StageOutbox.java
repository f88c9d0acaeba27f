package io.entendu.stage;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.outbox.DeadLetters;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.testing.InMemoryStore;
import io.entendu.core.testing.Scene;
import io.entendu.core.testing.Turn;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Messages owed, in memory. */
@Configuration
public class StageOutbox {

    private final InMemoryStore store = new InMemoryStore();

    @Bean
    Outbox outbox() {
        return store.outbox();
    }

    @Bean
    DeadLetters deadLetters() {
        return store.deadLetters();
    }

    @Bean
    Mishaps mishaps() {
        return new Mishaps();
    }

    /** Lets messages fail. */
    public final class Mishaps {

        /** Somebody's question is refused. */
        public void refuse(int person) {
            var read = store.respondents().at(Scene.person(person));
            var committed =
                    store.respondents()
                            .commit(
                                    Turn.of(read)
                                            .to(Scene.asking(1, 1))
                                            .saying(MessageClass.QUESTION)
                                            .commit());
            if (committed
                    instanceof
                    io.entendu.core.respondent.Respondents.Committed.Done(var claims, _)) {
                store.outbox()
                        .settle(claims.getFirst(), new Settlement.GivenUp(Reason.REFUSED, "21612"));
            }
        }

        /** An invitation gets no answer. */
        public void leaveInDoubt(int person) {
            var read = store.respondents().at(Scene.person(person));
            store.respondents()
                    .commit(Turn.of(read).to(Scene.consenting(1, 1)).inviting().commit());
            var claim = store.outbox().claimDue(1).getFirst();
            store.outbox()
                    .settle(
                            claim,
                            new Settlement.Again(Instant.EPOCH, Reason.NO_ANSWER, "no_answer"));
            store.outbox()
                    .settle(store.outbox().claimDue(1).getFirst(), new Settlement.Unresolved());
        }

        /** Somebody waits for an answer on Telegram. */
        public void keepWaiting(int person) {
            var read = store.respondents().at(new Address(Channel.TELEGRAM, "7" + person));
            store.respondents()
                    .commit(
                            Turn.of(read)
                                    .on(Channel.TELEGRAM)
                                    .to(Scene.asking(1, 1))
                                    .saying(
                                            MessageClass.QUESTION,
                                            read.readAt().plus(Duration.ofHours(1)))
                                    .commit());
        }

        /** The person is asked something newer. */
        public void overtake(int person) {
            var read = store.respondents().at(Scene.person(person));
            store.respondents().commit(Turn.of(read).to(Scene.asking(1, 2)).commit());
        }
    }
}
