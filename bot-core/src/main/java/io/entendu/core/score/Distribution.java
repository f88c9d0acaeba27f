package io.entendu.core.score;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** How often each rating was given. */
public record Distribution(SortedMap<Integer, Long> counts) {

    public Distribution {
        if (counts.values().stream().anyMatch(c -> c < 0)) {
            throw new IllegalArgumentException("counts are not negative");
        }
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    public long ratings() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many ratings satisfy {@code which}. */
    public long count(IntPredicate which) {
        return counts.entrySet().stream()
                .filter(e -> which.test(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
