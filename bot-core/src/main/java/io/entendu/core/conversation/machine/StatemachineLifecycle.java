package io.entendu.core.conversation.machine;

import io.entendu.core.conversation.Phase;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineBuilder;

/**
 * The lifecycle on Spring Statemachine: the machine is built from the table once, and its
 * transitions are read from it.
 *
 * <p>A turn asks what was read. Leading a pooled machine through an event instead costs more than
 * any other part of a turn (see ADR 12), and for plain transitions, which have neither guards nor
 * actions, both are the same: a test holds this against the running machine for every phase and
 * trigger.
 */
public final class StatemachineLifecycle implements Lifecycle {

    private final Map<Phase, Map<Trigger, Phase>> targets;

    public StatemachineLifecycle() {
        this.targets = read(machine());
    }

    @Override
    public Phase next(Phase phase, Trigger trigger) {
        var target = targets.getOrDefault(phase, Map.of()).get(trigger);
        if (target == null) {
            throw new IllegalTransitionException(phase, trigger);
        }
        return target;
    }

    private static Map<Phase, Map<Trigger, Phase>> read(StateMachine<Phase, Trigger> machine) {
        var targets = new EnumMap<Phase, Map<Trigger, Phase>>(Phase.class);
        for (var transition : machine.getTransitions()) {
            targets.computeIfAbsent(
                            transition.getSource().getId(), _ -> new EnumMap<>(Trigger.class))
                    .put(transition.getTrigger().getEvent(), transition.getTarget().getId());
        }
        return targets;
    }

    /**
     * A machine in its first phase, not started. Ends are plain states, because a machine that has
     * reached an end state stops, and a stopped machine swallows events.
     */
    static StateMachine<Phase, Trigger> machine() {
        try {
            var builder = StateMachineBuilder.<Phase, Trigger>builder();
            builder.configureStates()
                    .withStates()
                    .initial(Phase.NEW)
                    .states(EnumSet.allOf(Phase.class));
            for (var row : LifecycleTable.ROWS) {
                builder.configureTransitions()
                        .withExternal()
                        .source(row.from())
                        .target(row.to())
                        .event(row.on());
            }
            return builder.build();
        } catch (Exception impossible) {
            throw new IllegalStateException("the lifecycle table makes no machine", impossible);
        }
    }
}
