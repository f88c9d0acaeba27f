package io.entendu.core.conversation.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.conversation.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/lifecycle.md} against the table; {@code -Dupdate} draws it anew. */
class LifecycleDiagramTest {

    private static final Path PAGE = Path.of("..", "docs", "lifecycle.md");

    @Test
    void thePageShowsTheTable() throws IOException {
        if (System.getProperty("update") != null) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, drawn(), UTF_8);
        }
        assertThat(PAGE).as("docs/lifecycle.md, drawn with -Dupdate").exists();
        assertThat(Files.readString(PAGE, UTF_8)).isEqualTo(drawn());
    }

    private static String drawn() {
        var lines = new ArrayList<String>();
        lines.add("# The lifecycle of a conversation");
        lines.add("");
        lines.add(
                "Drawn from `LifecycleTable` by `LifecycleDiagramTest`; change the table and run");
        lines.add(
                "`./mvnw -pl bot-core test -Dtest=LifecycleDiagramTest -Dupdate`. What is not here cannot happen.");
        lines.add("");
        lines.add("```mermaid");
        lines.add("stateDiagram-v2");
        lines.add("    [*] --> NEW");
        edges().forEach((edge, triggers) ->
                lines.add("    " + edge + " : " + String.join(", ", triggers)));
        Stream.of(Phase.values())
                .filter(Phase::isEnd)
                .forEach(end -> lines.add("    " + end + " --> [*]"));
        lines.add("```");
        lines.add("");
        lines.add(
                "A STOP after the end is honoured and leaves the end as it was: the arrows from an end to itself.");
        lines.add("");
        lines.addAll(table());
        lines.add("");
        return String.join("\n", lines);
    }

    /** Arrows in the order of the table, those between the same two phases as one. */
    private static Map<String, List<String>> edges() {
        var edges = new LinkedHashMap<String, List<String>>();
        for (var row : LifecycleTable.ROWS) {
            edges.computeIfAbsent(row.from() + " --> " + row.to(), _ -> new ArrayList<>())
                    .add(row.on().name());
        }
        return edges;
    }

    private static List<String> table() {
        var lines = new ArrayList<String>();
        lines.add("| in \\ on | " + joined(Stream.of(Trigger.values()).map(Trigger::name)) + " |");
        lines.add("|---|" + "---|".repeat(Trigger.values().length));
        for (var phase : Phase.values()) {
            lines.add(
                    "| **"
                            + phase
                            + "** | "
                            + joined(Stream.of(Trigger.values()).map(t -> cell(phase, t)))
                            + " |");
        }
        return lines;
    }

    private static String cell(Phase phase, Trigger trigger) {
        return LifecycleTable.ROWS.stream()
                .filter(row -> row.from() == phase && row.on() == trigger)
                .map(row -> row.to().name())
                .findFirst()
                .orElse("–");
    }

    private static String joined(Stream<String> cells) {
        return String.join(" | ", cells.toList());
    }
}
