package io.entendu.app.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run came to. Each fault names who and what. */
final class Verdict {

    private final int conversations;
    private final Map<Fault, List<String>> faults = new EnumMap<>(Fault.class);
    private final Map<Matter, Integer> matters = new EnumMap<>(Matter.class);
    private int doubled;

    /** What was looked at, beside conversations. */
    enum Matter {
        INVITATIONS,
        TIMERS,
        LABELS,
        REPORTS
    }

    Verdict(int conversations) {
        this.conversations = conversations;
    }

    void find(Fault fault, String what) {
        faults.computeIfAbsent(fault, _ -> new ArrayList<>()).add(what);
    }

    /** So many of these were there to look at. */
    void lookAt(Matter matter, int many) {
        matters.merge(matter, many, Integer::sum);
    }

    int looked(Matter matter) {
        return matters.getOrDefault(matter, 0);
    }

    /** So many copies reached somebody who had the message already; that alone is no fault. */
    void alsoReached(int copies) {
        doubled += copies;
    }

    /** What was found; a kind that was not is not in it. */
    Map<Fault, List<String>> faults() {
        return faults;
    }

    List<String> of(Fault fault) {
        return faults.getOrDefault(fault, List.of());
    }

    int doubled() {
        return doubled;
    }

    String line() {
        return conversations
                + " conversations ("
                + Arrays.stream(Matter.values())
                        .map(m -> looked(m) + " " + m.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + "), "
                + Arrays.stream(Fault.values())
                        .filter(fault -> fault != Fault.UNMARKED)
                        .map(fault -> of(fault).size() + " " + fault.words())
                        .collect(Collectors.joining(", "))
                + ", "
                + doubled
                + " sends doubled ("
                + (of(Fault.UNMARKED).isEmpty()
                        ? "all maybe sent"
                        : of(Fault.UNMARKED).size() + " " + Fault.UNMARKED.words())
                + ")";
    }
}
