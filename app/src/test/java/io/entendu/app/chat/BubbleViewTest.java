package io.entendu.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.channel.QuickReply;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BubbleViewTest {

    @Test
    void theNumbersOfAScaleAreOneRowOfKeysHoweverTheyWereCut() {
        var view = view(List.of(replies("0", "1", "2"), replies("3", "4", "5"), replies("passer")));

        assertThat(view.scale())
                .extracting(BubbleView.Key::label)
                .containsExactly("0", "1", "2", "3", "4", "5");
        assertThat(view.choices()).extracting(BubbleView.Key::label).containsExactly("passer");
    }

    @Test
    void oneAndTwoAreNoScale() {
        var view = view(List.of(replies("1", "2")));

        assertThat(view.scale()).isEmpty();
        assertThat(view.choices()).hasSize(2);
    }

    private static BubbleView view(List<List<QuickReply>> rows) {
        return BubbleView.of(new Bubble("out-1", true, "?", rows, Instant.EPOCH));
    }

    private static List<QuickReply> replies(String... labels) {
        return Stream.of(labels).map(l -> new QuickReply(l, "p:" + l)).toList();
    }
}
