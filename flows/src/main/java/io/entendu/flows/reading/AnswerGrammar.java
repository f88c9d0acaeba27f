package io.entendu.flows.reading;

import java.util.List;
import java.util.Map;

/** How the answers of one question may be said. */
public final class AnswerGrammar {

    private static final Map<String, Integer> STANDARD =
            Map.of("satisfaction5", 5, "agreement7", 7, "ease7", 7);

    private AnswerGrammar() {}

    /** The usual sets of labels, by name. */
    public static List<String> standardNames() {
        return STANDARD.keySet().stream().sorted().toList();
    }

    /** How many points a usual set has, from 1; 0 when there is none of this name. */
    public static int standardPoints(String name) {
        return STANDARD.getOrDefault(name, 0);
    }
}
