package io.entendu.app.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A conversation held step by step, which can be kept as a scenario. For one thread. */
public final class Simulation {

    private final Talk talk;
    private final Setting setting;
    private final List<Step> steps = new ArrayList<>();

    Simulation(Talk talk, Setting setting) {
        this.talk = talk;
        this.setting = setting;
    }

    /** The time in the conversation. */
    public Instant now() {
        return talk.now();
    }

    /** Where it stands. */
    public State state() {
        return talk.state();
    }

    /**
     * Does this, and lets the moment pass that a person takes; what is said meanwhile belongs to
     * it.
     */
    public Played play(Action action) {
        var played = talk.play(action);
        if (!(played instanceof Played.Done(var said))) {
            return played;
        }
        var all = new ArrayList<>(said);
        if (action.isThePersons()) {
            all.addAll(talk.pass(Scenario.A_MOMENT));
        }
        var expect = all.stream().map(Message::text).toList();
        steps.add(
                new Step(
                        steps.size() + 1,
                        action,
                        moment(action),
                        Optional.of(expect),
                        State.UNASSERTED));
        return new Played.Done(all);
    }

    /** The moment after the step before, where a file would not assume it. */
    private Optional<Duration> moment(Action action) {
        return !steps.isEmpty() && steps.getLast().action().isThePersons() && !action.isThePersons()
                ? Optional.of(Scenario.A_MOMENT)
                : Optional.empty();
    }

    /** All of it so far. */
    public Scenario scenario(String name) {
        return new Scenario("", name, setting, Optional.empty(), steps, talk.state().atTheEnd());
    }
}
