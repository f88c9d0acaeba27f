package io.entendu.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.ChatTranscripts;
import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.channel.QuickReply;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What every {@link ChatTranscripts} must do. */
public abstract class ChatTranscriptsContract extends StoreContract {

    private static final Address VISITOR = new Address(Channel.WEB, "visitor-1");
    private static final Address ANOTHER = new Address(Channel.WEB, "visitor-2");

    /** Nothing of another test may still be on its way to those who watch. */
    private static final Address WATCHED = new Address(Channel.WEB, "visitor-3");

    private static final Address WATCHED_BY_TWO = new Address(Channel.WEB, "visitor-4");

    private ChatTranscripts transcripts() {
        return store().chatTranscripts();
    }

    private static Bubble bubble(String id) {
        return new Bubble(
                id,
                true,
                "How likely are you …\n0 to 10?",
                List.of(
                        List.of(
                                new QuickReply("9", "1|score|9"),
                                new QuickReply("10", "1|score|10"))),
                Scene.START);
    }

    @Test
    void bubbles_come_back_in_order_and_as_they_were() {
        transcripts().add(VISITOR, bubble("a"));
        transcripts().add(VISITOR, bubble("b"));

        assertThat(transcripts().of(VISITOR)).containsExactly(bubble("a"), bubble("b"));
        assertThat(transcripts().of(ANOTHER)).isEmpty();
    }

    @Test
    void the_same_bubble_again_changes_nothing() {
        transcripts().add(VISITOR, bubble("a"));
        transcripts().add(VISITOR, bubble("a"));

        assertThat(transcripts().of(VISITOR)).hasSize(1);
    }

    @Test
    void the_oldest_go_first() {
        for (var i = 0; i < ChatTranscripts.LIMIT + 3; i++) {
            transcripts().add(VISITOR, bubble("b" + i));
        }

        assertThat(transcripts().of(VISITOR))
                .hasSize(ChatTranscripts.LIMIT)
                .first()
                .extracting(Bubble::id)
                .isEqualTo("b3");
    }

    @Test
    void a_watch_sees_what_is_added_from_then_on_in_order_and_once() {
        var seen = new CopyOnWriteArrayList<Bubble>();
        try (var _ = transcripts().watch(WATCHED, seen::add)) {
            transcripts().add(WATCHED, bubble("a"));
            transcripts().add(WATCHED, bubble("a"));
            transcripts().add(ANOTHER, bubble("x"));
            transcripts().add(WATCHED, bubble("b"));

            await().until(() -> seen.contains(bubble("b")));
        }
        assertThat(seen).containsExactly(bubble("a"), bubble("b"));
    }

    @Test
    void two_may_watch_and_one_may_leave() {
        var first = new CopyOnWriteArrayList<Bubble>();
        var second = new CopyOnWriteArrayList<Bubble>();
        try (var _ = transcripts().watch(WATCHED_BY_TWO, second::add)) {
            transcripts().watch(WATCHED_BY_TWO, first::add).close();

            transcripts().add(WATCHED_BY_TWO, bubble("a"));

            await().until(() -> second.contains(bubble("a")));
        }
        assertThat(first).isEmpty();
    }
}
