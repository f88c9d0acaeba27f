package io.entendu.app.scenario;

import java.nio.file.Path;
import java.util.List;

/** A file with its scenarios, in their order. */
public record ScenarioFile(Path path, String text, List<Scenario> scenarios) {

    public ScenarioFile {
        scenarios = List.copyOf(scenarios);
    }
}
