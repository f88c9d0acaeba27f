package io.entendu.channels.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.ChatTranscripts;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.QuickReply;
import io.entendu.core.channel.SendResult.Accepted;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.channel.SendResult.Rejected;
import io.entendu.core.respondent.StoreUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WebSenderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Address VISITOR = new Address(Channel.WEB, "visitor-token");
    private static final OutboundMessage QUESTION =
            new OutboundMessage(
                    "c1/1/0",
                    VISITOR,
                    "De 0 à 10 ?",
                    List.of(List.of(new QuickReply("9", "q1:9"))),
                    Optional.empty(),
                    Optional.empty(),
                    Locale.FRENCH);

    @Test
    void aMessageBecomesABubbleOnce() {
        var transcripts = new Remembered();
        var sender = new WebSender(transcripts, InstantSource.fixed(NOW));

        assertThat(sender.send(QUESTION)).isEqualTo(new Accepted("c1/1/0"));
        assertThat(sender.send(QUESTION)).isEqualTo(new Accepted("c1/1/0"));
        assertThat(transcripts.of(VISITOR))
                .containsExactly(
                        new ChatTranscripts.Bubble(
                                "c1/1/0", true, "De 0 à 10 ?", QUESTION.rows(), NOW));
    }

    @Test
    void withoutTheStoreItIsTriedAgain() {
        ChatTranscripts away =
                new Remembered() {
                    @Override
                    public void add(Address visitor, Bubble bubble) {
                        throw new StoreUnavailableException("away", new IllegalStateException());
                    }
                };

        assertThat(new WebSender(away, InstantSource.fixed(NOW)).send(QUESTION))
                .isEqualTo(new Rejected(Reason.UNAVAILABLE, "store", Optional.empty()));
    }

    @Test
    void itServesTheWebAlone() {
        assertThat(new WebSender(new Remembered(), InstantSource.fixed(NOW)).channels())
                .containsExactly(Channel.WEB);
    }

    /** One visitor's transcript. */
    private static class Remembered implements ChatTranscripts {

        private final List<Bubble> bubbles = new ArrayList<>();

        @Override
        public void add(Address visitor, Bubble bubble) {
            if (bubbles.stream().noneMatch(b -> b.id().equals(bubble.id()))) {
                bubbles.add(bubble);
            }
        }

        @Override
        public List<Bubble> of(Address visitor) {
            return List.copyOf(bubbles);
        }

        @Override
        public Watch watch(Address visitor, Consumer<Bubble> listener) {
            throw new UnsupportedOperationException("nobody watches");
        }
    }
}
