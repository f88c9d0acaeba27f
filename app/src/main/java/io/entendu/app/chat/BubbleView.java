package io.entendu.app.chat;

import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.channel.QuickReply;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A bubble as the page shows it, in HTML and in a live event alike.
 *
 * @param scale buttons that are the numbers of a scale: one row of keys
 * @param choices the other buttons
 */
record BubbleView(
        String id, boolean ours, String text, Instant at, List<Key> scale, List<Key> choices) {

    /** A button. */
    record Key(String label, String payload) {}

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    /** Fewer numbers are a choice, such as "reply 1 or 2", and want room for words. */
    private static final int SHORTEST_SCALE = 4;

    static BubbleView of(Bubble bubble) {
        var keys = bubble.rows().stream().flatMap(Collection::stream).map(BubbleView::key).toList();
        var numbers = keys.stream().filter(BubbleView::isNumber).toList();
        if (numbers.size() < SHORTEST_SCALE) {
            return of(bubble, List.of(), keys);
        }
        return of(bubble, numbers, keys.stream().filter(k -> !isNumber(k)).toList());
    }

    private static BubbleView of(Bubble bubble, List<Key> scale, List<Key> choices) {
        return new BubbleView(
                bubble.id(), bubble.ours(), bubble.text(), bubble.at(), scale, choices);
    }

    private static Key key(QuickReply reply) {
        return new Key(reply.label(), reply.payload());
    }

    private static boolean isNumber(Key key) {
        return NUMBER.matcher(key.label()).matches();
    }

    @Override
    public String toString() {
        return "BubbleView[" + id + "]";
    }
}
