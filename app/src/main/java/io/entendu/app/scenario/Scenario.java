package io.entendu.app.scenario;

import io.entendu.core.survey.QuestionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A conversation as it should go.
 *
 * @param file it stands in
 * @param name of the scenario, else of the file
 * @param revision of the survey it was recorded on, where it was recorded
 * @param end where things stand after the last step, as far as it is asserted
 */
public record Scenario(
        String file,
        String name,
        Setting setting,
        Optional<String> revision,
        List<Step> steps,
        State end) {

    /** How long a person takes: longer than further words to an answer are waited for. */
    static final Duration A_MOMENT = Duration.ofMinutes(1);

    public Scenario {
        steps = List.copyOf(steps);
    }

    /** Answers that are given a label by hand. */
    Set<QuestionId> labelled() {
        return steps.stream()
                .map(Step::action)
                .filter(Action.Classified.class::isInstance)
                .map(action -> ((Action.Classified) action).question())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The time from this step to the next one. */
    Duration pause(int step) {
        var before = steps.get(step).action().isThePersons();
        if (step + 1 == steps.size()) {
            return before ? A_MOMENT : Duration.ZERO;
        }
        var next = steps.get(step + 1);
        var usual = before && next.action().isThePersons() ? A_MOMENT : Duration.ZERO;
        return next.after().orElse(usual);
    }
}
