package io.entendu.app.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the application says was said. */
record Transcript(List<Line> lines) {

    private static final String OPTED_OUT = "(opt_out)";

    /** Something somebody said. */
    record Line(int turn, Instant at, boolean ours, String text, String reading) {}

    static Transcript of(JsonNode conversation) {
        var lines = new ArrayList<Line>();
        for (var line : conversation.get("transcript")) {
            lines.add(
                    new Line(
                            line.get("turn").asInt(),
                            Instant.parse(line.get("at").asString()),
                            line.get("from").asString().equals("us"),
                            line.path("text").asString(""),
                            line.path("reading").asString("")));
        }
        return new Transcript(List.copyOf(lines));
    }

    /** What the person said, in the order of turns; where no words are kept, how it was read. */
    List<String> heard() {
        return theirs().stream()
                .map(l -> l.text().isEmpty() ? "(" + l.reading() + ")" : l.text())
                .toList();
    }

    /**
     * What a message must be among {@link #heard}: the words themselves are kept of answers only.
     */
    static String told(String said) {
        if (said.startsWith("/start ")) {
            return "(opened)";
        }
        if (Arrays.stream(Inquiry.values()).anyMatch(i -> i.id().equals(said))) {
            return "(keyword)";
        }
        return switch (said) {
            case Person.YES -> "(agreed)";
            case Person.STOP -> OPTED_OUT;
            default -> said;
        };
    }

    boolean hasOptOut() {
        return heard().contains(OPTED_OUT);
    }

    /** Whichever of these was heard first. */
    Optional<String> firstOf(String one, String other) {
        return heard().stream().filter(h -> h.equals(one) || h.equals(other)).findFirst();
    }

    private List<Line> theirs() {
        return lines.stream().filter(l -> !l.ours()).toList();
    }

    boolean isInOrder() {
        var theirs = theirs();
        for (var i = 1; i < theirs.size(); i++) {
            if (theirs.get(i).at().isBefore(theirs.get(i - 1).at())) {
                return false;
            }
        }
        return true;
    }

    /** Whether this was said, and not after STOP. */
    boolean answers(String text) {
        for (var line : theirs()) {
            if (line.reading().equals("opt_out")) {
                return false;
            }
            if (line.text().equals(text)) {
                return true;
            }
        }
        return false;
    }

    /** In which turns we say so. */
    Set<Integer> turnsOf(String text) {
        return lines.stream()
                .filter(l -> l.ours() && l.text().equals(text))
                .map(Line::turn)
                .collect(Collectors.toSet());
    }

    /** Whether we say so in the turn of the STOP or later. */
    boolean isSaidAtTheEnd(String text) {
        var stop =
                theirs().stream()
                        .filter(l -> l.reading().equals("opt_out"))
                        .mapToInt(Line::turn)
                        .findFirst()
                        .orElse(Integer.MAX_VALUE);
        return lines.stream().anyMatch(l -> l.ours() && l.turn() >= stop && l.text().equals(text));
    }
}
