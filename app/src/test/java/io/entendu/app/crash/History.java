package io.entendu.app.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What happened in a conversation, as the application logged it. */
record History(List<Event> events) {

    /**
     * Something that happened.
     *
     * @param text what was said; empty where no words are kept
     */
    record Event(Instant at, String kind, String reading, String text) {

        boolean is(String other) {
            return kind.equals(other);
        }

        boolean isOptOut() {
            return reading.equals("opt_out") || kind.equals("withdrawn");
        }

        /** Whether the person did something. */
        boolean isTheirs() {
            return !reading.isEmpty() || is("link");
        }
    }

    static History of(JsonNode log) {
        var events = new ArrayList<Event>();
        for (var event : log.get("events")) {
            events.add(
                    new Event(
                            Instant.parse(event.get("at").asString()),
                            event.get("kind").asString(),
                            event.path("reading").asString(""),
                            event.path("text").asString("")));
        }
        return new History(List.copyOf(events));
    }

    int count(String kind) {
        return (int) events.stream().filter(e -> e.is(kind)).count();
    }

    boolean hasConsentedBefore(int index) {
        return events.subList(0, index).stream().anyMatch(e -> e.reading().equals("agreed"));
    }
}
