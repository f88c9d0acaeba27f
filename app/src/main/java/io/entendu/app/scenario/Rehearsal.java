package io.entendu.app.scenario;

import java.util.ArrayList;
import java.util.List;

/** Plays one scenario and holds what comes of it against what is expected. */
final class Rehearsal {

    private final Scenario scenario;
    private final Talk talk;
    private final List<Result.Came> came = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();

    Rehearsal(Stage stage, Scenario scenario) {
        this.scenario = scenario;
        this.talk = stage.begin(scenario.setting(), scenario.labelled());
    }

    Result run() {
        for (var i = 0; i < scenario.steps().size(); i++) {
            step(i);
        }
        var end = talk.state();
        compare(scenario.steps().size() - 1, "end", scenario.end(), end);
        return new Result(scenario, came, end, differences, note());
    }

    private String note() {
        var current =
                talk.surveys()
                        .current(scenario.setting().survey())
                        .map(s -> s.key().revision())
                        .orElse("");
        return scenario.revision()
                .filter(recorded -> !recorded.equals(current) && !differences.isEmpty())
                .map(recorded ->
                        "\n(recorded on revision " + recorded + "; this is " + current + ")\n")
                .orElse("");
    }

    private void step(int number) {
        var step = scenario.steps().get(number);
        var said = new ArrayList<String>();
        try {
            switch (talk.play(step.action())) {
                case Played.Done(var messages) ->
                        messages.stream().map(Message::text).forEach(said::add);
                case Played.Impossible(var why) ->
                        differ(number, Difference.PLAYABLE, "can be played", why);
            }
            talk.pass(scenario.pause(number)).stream().map(Message::text).forEach(said::add);
        } catch (WireFormException broken) {
            differ(number, "state through its wire form", broken.written(), broken.readBack());
        }
        var state = talk.state();
        came.add(new Result.Came(said, state));
        step.expect()
                .filter(expected -> !expected.equals(said))
                .ifPresent(expected -> differ(number, "expect", text(expected), text(said)));
        compare(number, "state", step.state(), state);
    }

    private static String text(List<String> said) {
        return said.isEmpty() ? "(nothing)" : String.join("\n\n", said);
    }

    private void compare(int number, String what, State expected, State actual) {
        expected.parts()
                .forEach((part, value) -> {
                    var really = actual.parts().getOrDefault(part, State.NONE);
                    if (!really.equals(value)) {
                        differ(number, what + "." + part, value.line(), really.line());
                    }
                });
    }

    private void differ(int number, String part, String expected, String actual) {
        var step = scenario.steps().get(number);
        differences.add(
                new Difference(
                        step.line(),
                        "step " + (number + 1) + ", " + ActionText.of(step.action()),
                        part,
                        expected,
                        actual));
    }
}
