package io.entendu.flows.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the rules are called in reports, and what each is for. */
public final class Rules {

    /** Of a survey file that cannot be read, which is no rule of ours but the first of all. */
    public static final String FILE = "file";

    private static final Map<String, String> ALL = load();

    private Rules() {}

    /** Each by its name, with one sentence; in a fixed order. */
    public static Map<String, String> all() {
        return ALL;
    }

    private static Map<String, String> load() {
        var all = new LinkedHashMap<String, String>();
        for (var line : Folded.lines("rules")) {
            var blank = line.indexOf(' ');
            all.put(line.substring(0, blank), line.substring(blank + 1));
        }
        return Collections.unmodifiableMap(all);
    }
}
