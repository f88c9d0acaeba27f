package io.entendu.flows.diagram;

import io.entendu.flows.diagram.SurveyDiagram.Gate;
import io.entendu.flows.diagram.SurveyDiagram.Late;
import io.entendu.flows.diagram.SurveyDiagram.Step;
import java.util.stream.Collectors;

/**
 * A diagram as the text of a Mermaid flowchart. Nodes are named by their place, so that no id of a
 * question is a word of Mermaid's.
 *
 * <p>Source: <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid, flowcharts</a>.
 */
final class Mermaid {

    /** What means nothing to Mermaid within quotes; all else is written as a number. */
    private static final String PLAIN = " ,:?!'/=%\u2013\u2019\u201c\u201d\u00ab\u00bb\u00b7\u00a0";

    private final SurveyDiagram diagram;
    private final StringBuilder text = new StringBuilder("flowchart TD\n");

    private Mermaid(SurveyDiagram diagram) {
        this.diagram = diagram;
    }

    static String of(SurveyDiagram diagram) {
        var mermaid = new Mermaid(diagram);
        mermaid.nodes();
        mermaid.edges();
        return mermaid.text.toString();
    }

    private void nodes() {
        end("consent", say("consent") + "\n" + diagram.promise());
        for (var step : diagram.steps()) {
            step.gate().ifPresent(gate -> line(gate(step) + "{{" + quoted(gate.when()) + "}}"));
            line(
                    question(step)
                            + "["
                            + quoted(diagram.words().head(step) + "\n" + step.ask())
                            + "]");
        }
        end("thanks", say("thanks"));
        end("declined", say("declined"));
        end("stopped", say("stopped"));
    }

    private void end(String node, String label) {
        line(node + "([" + quoted(label) + "])");
    }

    private void edges() {
        edge("consent", "yes", entry(0));
        edge("consent", "no", "declined");
        line("consent -.->|" + quoted(say("stop")) + "| stopped");
        for (var i = 0; i < diagram.steps().size(); i++) {
            var step = diagram.steps().get(i);
            var next = entry(i + 1);
            step.gate().ifPresent(gate -> edges(step, gate, next));
            line(question(step) + " --> " + next);
        }
    }

    private void edges(Step step, Gate gate, String next) {
        edge(gate(step), "yes", question(step));
        edge(gate(step), "otherwise", next);
        gate.late().ifPresent(late -> late(step, late, next));
    }

    private void late(Step step, Late late, String next) {
        var to = late.asked() ? question(step) : next;
        line(gate(step) + " -.->|" + quoted(diagram.words().late(late)) + "| " + to);
    }

    private void edge(String from, String label, String to) {
        line(from + " -->|" + quoted(say(label)) + "| " + to);
    }

    /** Where one comes to after so many questions. */
    private String entry(int done) {
        if (done == diagram.steps().size()) {
            return "thanks";
        }
        var step = diagram.steps().get(done);
        return step.gate().isPresent() ? gate(step) : question(step);
    }

    private static String question(Step step) {
        return "q" + step.number();
    }

    private static String gate(Step step) {
        return "if" + step.number();
    }

    private String say(String key, Object... values) {
        return diagram.words().say(key, values);
    }

    private void line(String line) {
        text.append("    ").append(line).append('\n');
    }

    private static String quoted(String label) {
        return label.lines().map(Mermaid::escaped).collect(Collectors.joining("<br/>", "\"", "\""));
    }

    private static String escaped(String line) {
        var escaped = new StringBuilder();
        line.strip().codePoints().forEach(c -> append(escaped, c));
        return escaped.toString();
    }

    /** A point after a number would begin a list, and so would a dash in front of all. */
    private static void append(StringBuilder escaped, int c) {
        var afterDigit =
                !escaped.isEmpty() && Character.isDigit(escaped.charAt(escaped.length() - 1));
        if (Character.isLetterOrDigit(c)
                || PLAIN.indexOf(c) >= 0
                || (c == '.' && !afterDigit)
                || (c == '-' && !escaped.isEmpty())) {
            escaped.appendCodePoint(c);
        } else if (Character.isWhitespace(c) || Character.isISOControl(c)) {
            escaped.append(' ');
        } else {
            escaped.append('#').append(c).append(';');
        }
    }
}
