package io.entendu.app.crash;

import java.util.List;

/**
 * What a run came to. Each fault names who and what.
 *
 * @param doubled messages that reached somebody more than once
 * @param unmarked those of them of which the application does not say that they may have been
 */
record Verdict(
        int conversations,
        List<String> lost,
        List<String> countedTwice,
        List<String> afterStop,
        List<String> stuck,
        int doubled,
        List<String> unmarked) {

    String line() {
        return "%d conversations, %d lost, %d counted twice, %d after STOP, %d stuck, %d doubled (%s)"
                .formatted(
                        conversations,
                        lost.size(),
                        countedTwice.size(),
                        afterStop.size(),
                        stuck.size(),
                        doubled,
                        unmarked.isEmpty()
                                ? "all maybe sent"
                                : unmarked.size() + " not marked maybe sent");
    }
}
