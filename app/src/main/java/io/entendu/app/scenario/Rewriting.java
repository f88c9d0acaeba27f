package io.entendu.app.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Writes what really came into the text of a file: values of {@code expect}, {@code state} and
 * {@code end} that differ, an {@code expect} for every step and an {@code end} where they are
 * missing. Everything else stays as it is, to the letter; only comments within a rewritten value
 * are lost.
 */
final class Rewriting {

    private final String text;
    private final List<Change> changes = new ArrayList<>();

    /** Instead of the text from {@code from} to {@code to}, which is excluded. */
    private record Change(int from, int to, String by) {}

    private Rewriting(String text) {
        this.text = text;
    }

    /**
     * The text as it should be.
     *
     * @param results of the file's scenarios, in their order
     */
    static String of(String text, List<Result> results) {
        var rewriting = new Rewriting(text);
        var documents = Documents.of(new Mistakes(""), text);
        for (var i = 0; i < results.size(); i++) {
            rewriting.scenario(documents.get(i), results.get(i));
        }
        return rewriting.changed();
    }

    private void scenario(Node document, Result result) {
        var steps = Documents.entry(document, "steps").map(e -> Documents.items(e.getValueNode()));
        for (var i = 0; i < result.steps().size(); i++) {
            step(
                    steps.orElseThrow().get(i),
                    result.scenario().steps().get(i),
                    result.steps().get(i));
        }
        Documents.entry(document, "end")
                .ifPresentOrElse(
                        end -> parts(end, result.scenario().end(), result.end()),
                        () -> end(document, result.end()));
    }

    private void step(Node node, Step step, Result.Came came) {
        if (!step.expect().equals(Optional.of(came.said()))) {
            var said =
                    isFlow(node)
                            ? YamlText.expectedInLine(came.said())
                            : YamlText.expected(came.said(), column(node));
            Documents.entry(node, "expect")
                    .ifPresentOrElse(
                            entry -> replace(entry, said),
                            () -> append(node, beforeState(node), "expect:" + said));
        }
        Documents.entry(node, "state").ifPresent(e -> parts(e, step.state(), came.state()));
    }

    private void parts(NodeTuple asserted, State expected, State actual) {
        expected.parts()
                .forEach((part, value) -> {
                    var really = actual.parts().getOrDefault(part, State.NONE);
                    if (!really.equals(value)) {
                        Documents.entry(asserted.getValueNode(), part)
                                .ifPresent(entry -> replace(entry, " " + really.line()));
                    }
                });
    }

    private void end(Node document, State actual) {
        var ending = actual.atTheEnd().parts();
        append(
                document,
                last((MappingNode) document),
                isFlow(document)
                        ? "end: " + YamlText.flow(ending)
                        : "end:" + YamlText.parts(ending, column(document)));
    }

    /** Everything behind the colon. */
    private void replace(NodeTuple entry, String by) {
        var colon = text.indexOf(':', end(entry.getKeyNode())) + 1;
        changes.add(new Change(colon, Math.max(colon, end(entry.getValueNode())), by));
    }

    /** A further key of a mapping, behind this value of it. */
    private void append(Node mapping, Node behind, String entry) {
        var end = end(behind);
        if (isFlow(mapping)) {
            changes.add(new Change(end, end, ", " + entry));
            return;
        }
        var lineEnd = text.indexOf('\n', end);
        var at = lineEnd < 0 ? text.length() : lineEnd;
        changes.add(new Change(at, at, "\n" + " ".repeat(column(mapping)) + entry));
    }

    /** What happens comes first, then what is said, then where things stand. */
    private static Node beforeState(Node step) {
        return ((MappingNode) step)
                .getValue().stream()
                        .filter(entry ->
                                !(entry.getKeyNode() instanceof ScalarNode key
                                        && key.getValue().equals("state")))
                        .map(NodeTuple::getValueNode)
                        .reduce((_, latest) -> latest)
                        .orElse(step);
    }

    private static Node last(MappingNode mapping) {
        return mapping.getValue().getLast().getValueNode();
    }

    private static boolean isFlow(Node node) {
        return node instanceof CollectionNode<?> collection
                && collection.getFlowStyle() == FlowStyle.FLOW;
    }

    private static int column(Node node) {
        return node.getStartMark().orElseThrow().getColumn();
    }

    /**
     * Where a value ends to the eye: a parser counts the blank lines and comments behind it too.
     */
    private int end(Node node) {
        if (!isFlow(node) && node instanceof MappingNode map && !map.getValue().isEmpty()) {
            return end(last(map));
        }
        if (!isFlow(node) && node instanceof SequenceNode list && !list.getValue().isEmpty()) {
            return end(list.getValue().getLast());
        }
        var from = offset(node.getStartMark().orElseThrow().getIndex());
        var to = offset(node.getEndMark().orElseThrow().getIndex());
        return from + text.substring(from, to).stripTrailing().length();
    }

    /** Marks count code points. */
    private int offset(int index) {
        return text.offsetByCodePoints(0, index);
    }

    /** From the end, so that what is left to do stays in its place. */
    private String changed() {
        var changed = new StringBuilder(text);
        changes.reversed().stream()
                .sorted(Comparator.comparingInt(Change::from).reversed())
                .forEach(change -> changed.replace(change.from(), change.to(), change.by()));
        return changed.toString();
    }
}
