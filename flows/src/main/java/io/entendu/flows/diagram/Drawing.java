package io.entendu.flows.diagram;

import io.entendu.flows.diagram.Canvas.Towards;
import io.entendu.flows.diagram.SurveyDiagram.Gate;
import io.entendu.flows.diagram.SurveyDiagram.Step;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A diagram as an image as narrow as a telephone: one question below the other, and beside each
 * that is not asked of everybody the way past it.
 */
final class Drawing {

    /** How far a gate's ends stick out. */
    static final int TIP = 12;

    private static final int WIDTH = 340;

    private static final int LEFT = 2;
    private static final int BOX = 240;
    private static final int RIGHT = LEFT + BOX;
    private static final int MIDDLE = LEFT + BOX / 2;

    /** Where ways past a question go down, and the end of those who decline. */
    private static final int LANE = 292;

    private static final int END_LEFT = 276;
    private static final int PADDING = 12;
    private static final int RADIUS = 10;
    private static final int PILL = 18;

    /** Between two rows. */
    private static final int GAP = 40;

    /** Between a gate and its question. */
    private static final int SHORT_GAP = 30;

    private final SurveyDiagram diagram;
    private final Canvas canvas = new Canvas();
    private double y = LEFT;

    /** The middle of the gate whose way past its question is still to be drawn. */
    private OptionalDouble passing = OptionalDouble.empty();

    private Drawing(SurveyDiagram diagram) {
        this.diagram = diagram;
    }

    static String of(SurveyDiagram diagram) {
        var drawing = new Drawing(diagram);
        drawing.consent();
        diagram.steps().forEach(drawing::step);
        drawing.ends();
        return drawing.canvas.svg(drawing.say("title", diagram.title()), WIDTH, drawing.y + LEFT);
    }

    private void consent() {
        var height = 2 * PADDING + Canvas.TEXT + 20;
        var middle = y + height / 2;
        canvas.box(LEFT, y, BOX, height, PILL);
        canvas.text("ask", MIDDLE, y + PADDING + Canvas.TEXT, "middle", say("consent"));
        canvas.text("soft", MIDDLE, y + height - PADDING, "middle", diagram.promise());
        decline(middle);
        y += height;
        down(GAP, say("yes"));
    }

    private void decline(double middle) {
        var width = WIDTH - LEFT - END_LEFT;
        canvas.way("M%d %sH%d".formatted(RIGHT, Canvas.number(middle), END_LEFT - 2));
        canvas.head(END_LEFT, middle, Towards.RIGHT);
        canvas.label((RIGHT + END_LEFT) / 2.0 - 3, middle - 6, "middle", say("no"));
        canvas.box(END_LEFT, middle - PILL, width, 2.0 * PILL, PILL);
        canvas.text("end", END_LEFT + width / 2.0, middle + 4, "middle", say("declined"));
    }

    private void step(Step step) {
        step.gate().ifPresent(this::gate);
        var head = fitted(diagram.words().head(step), Canvas.SMALL, BOX - 2 * PADDING);
        var ask = fitted(step.ask(), Canvas.TEXT, BOX - 2 * PADDING);
        var height =
                Canvas.height(head, Canvas.SMALL) + Canvas.height(ask, Canvas.TEXT) + 2 * PADDING;
        canvas.box(LEFT, y, BOX, height, RADIUS);
        var below =
                canvas.lines("soft", LEFT + PADDING, y + PADDING - 2, "start", head) + y + PADDING;
        canvas.lines("ask", LEFT + PADDING, below, "start", ask);
        y += height;
        pass();
        down(GAP, "");
    }

    private void gate(Gate gate) {
        var width = BOX - 2 * (TIP + 6);
        var when = fitted(gate.when(), Canvas.SMALL, width);
        var late =
                gate.late().stream()
                        .map(diagram.words()::late)
                        .flatMap(text -> fitted(text, Canvas.SMALL, width).stream())
                        .toList();
        var height =
                Canvas.height(when, Canvas.SMALL)
                        + Canvas.height(late, Canvas.SMALL)
                        + 2 * PADDING
                        - 4;
        canvas.gate(LEFT, y, BOX, height);
        var below = y + PADDING - 4 + canvas.lines("if", MIDDLE, y + PADDING - 4, "middle", when);
        canvas.lines("soft", MIDDLE, below, "middle", late);
        passing = OptionalDouble.of(y + height / 2);
        y += height;
        down(SHORT_GAP, say("yes"));
    }

    /** From the gate around its question to the way below. */
    private void pass() {
        if (passing.isEmpty()) {
            return;
        }
        var from = passing.getAsDouble();
        var to = y + GAP / 2.0 - 2;
        canvas.way(
                "M%d %sH%dQ%d %s %d %sV%sQ%d %s %d %sH%d"
                        .formatted(
                                RIGHT,
                                Canvas.number(from),
                                LANE - RADIUS,
                                LANE,
                                Canvas.number(from),
                                LANE,
                                Canvas.number(from + RADIUS),
                                Canvas.number(to - RADIUS),
                                LANE,
                                Canvas.number(to),
                                LANE - RADIUS,
                                Canvas.number(to),
                                MIDDLE + 2));
        canvas.head(MIDDLE + 1, to, Towards.LEFT);
        canvas.label(LANE, (from + to) / 2 + 4, "middle", say("otherwise"));
        passing = OptionalDouble.empty();
    }

    /** The way to the next row, and what leads along it. */
    private void down(int gap, String label) {
        canvas.way("M%d %sV%s".formatted(MIDDLE, Canvas.number(y), Canvas.number(y + gap - 2)));
        canvas.head(MIDDLE, y + gap, Towards.DOWN);
        if (!label.isEmpty()) {
            canvas.label(MIDDLE + 10, y + gap / 2.0 + 2, "start", label);
        }
        y += gap;
    }

    private void ends() {
        canvas.box(LEFT, y, BOX, 2.0 * PILL, PILL);
        canvas.text("end", MIDDLE, y + PILL + 4, "middle", say("thanks"));
        y += 2 * PILL + PADDING;
        var ever = fitted(say("ever"), Canvas.SMALL, WIDTH - 2 * LEFT);
        y += canvas.lines("soft", LEFT, y, "start", ever) + PADDING / 2.0;
    }

    private static List<String> fitted(String text, double size, int width) {
        return Wrapping.lines(text, size, width);
    }

    private String say(String key, Object... values) {
        return diagram.words().say(key, values);
    }
}
