package io.entendu.app.scenario;

import io.entendu.app.scenario.InvalidScenarioException.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads texts of one file and collects its mistakes while reading goes on. */
final class Mistakes {

    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    void add(Node at, String advice) {
        add(at.getStartMark(), advice);
    }

    void add(Optional<Mark> at, String advice) {
        found.add(
                new Mistake(
                        file,
                        at.map(mark -> mark.getLine() + 1).orElse(0),
                        at.map(mark -> mark.getColumn() + 1).orElse(0),
                        advice));
    }

    /** A text; empty after a mistake. */
    Optional<String> text(Node value) {
        if (value instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        add(value, "write a text here");
        return Optional.empty();
    }

    /** The texts of a list; one alone counts as a list of one. */
    List<String> texts(Node value) {
        var items = value instanceof SequenceNode list ? list.getValue() : List.of(value);
        return items.stream().flatMap(item -> text(item).stream()).toList();
    }

    List<Mistake> found() {
        return List.copyOf(found);
    }
}
