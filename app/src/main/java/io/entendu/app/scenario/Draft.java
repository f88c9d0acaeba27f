package io.entendu.app.scenario;

/** Writes a scenario as a file of its own. */
public final class Draft {

    /** Where the keys of a step begin, behind its dash. */
    private static final int COLUMN = 4;

    private Draft() {}

    /** The file; reading it gives this scenario. */
    public static String of(Scenario scenario) {
        var setting = scenario.setting();
        var text = new StringBuilder();
        line(text, "name", YamlText.scalar(scenario.name()));
        line(text, "survey", setting.survey().value());
        scenario.revision().ifPresent(revision -> line(text, "revision", revision));
        line(text, "channel", setting.channel().wireName());
        line(text, "locale", setting.locale().toLanguageTag());
        line(text, "at", setting.at().toString());
        if (setting.policy() == Setting.Policy.NONE) {
            line(text, "policy", "none");
        }
        text.append("steps:\n");
        scenario.steps().forEach(step -> step(text, step));
        if (!scenario.end().parts().isEmpty()) {
            text.append("end:").append(YamlText.parts(scenario.end().parts(), 0)).append('\n');
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }

    private static void step(StringBuilder text, Step step) {
        var before = "  - ";
        for (var pair : ActionText.pairs(step.action())) {
            text.append(before);
            line(text, pair.getFirst(), pair.getLast());
            before = " ".repeat(COLUMN);
        }
        var indent = before;
        step.after().ifPresent(time -> line(text.append(indent), "after", Lapse.write(time)));
        step.expect()
                .ifPresent(said ->
                        text.append(indent)
                                .append("expect:")
                                .append(YamlText.expected(said, COLUMN))
                                .append('\n'));
        if (!step.state().parts().isEmpty()) {
            line(text.append(indent), "state", YamlText.flow(step.state().parts()));
        }
    }
}
