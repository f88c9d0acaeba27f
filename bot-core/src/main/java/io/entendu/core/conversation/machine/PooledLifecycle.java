package io.entendu.core.conversation.machine;

import io.entendu.core.conversation.Phase;
import java.util.EnumSet;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineEventResult.ResultType;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/**
 * The lifecycle on Spring Statemachine: started machines in a pool, each reset to the
 * conversation's phase for one event.
 *
 * <p>A machine is not safe for several threads, so one thread holds it at a time. Ends are plain
 * states here, because reaching an end state would stop the machine and a stopped machine swallows
 * events. A machine of this size is reset in a few ten microseconds; building one costs more than
 * that in a hundred.
 */
public final class PooledLifecycle implements Lifecycle {

    /** Machines kept for reuse; more are built under load and let go afterwards. */
    private static final int POOLED = 64;

    private final ConcurrentLinkedDeque<StateMachine<Phase, Trigger>> pool =
            new ConcurrentLinkedDeque<>();
    private final AtomicInteger pooled = new AtomicInteger();

    @Override
    public Phase next(Phase phase, Trigger trigger) {
        var machine = take();
        try {
            return next(machine, phase, trigger);
        } finally {
            giveBack(machine);
        }
    }

    private static Phase next(StateMachine<Phase, Trigger> machine, Phase phase, Trigger trigger) {
        var context = new DefaultStateMachineContext<Phase, Trigger>(phase, null, null, null);
        machine.getStateMachineAccessor().withRegion().resetStateMachineReactively(context).block();
        var result =
                machine.sendEvent(Mono.just(MessageBuilder.withPayload(trigger).build()))
                        .blockLast();
        if (result == null || result.getResultType() != ResultType.ACCEPTED) {
            throw new IllegalTransitionException(phase, trigger);
        }
        return machine.getState().getId();
    }

    private StateMachine<Phase, Trigger> take() {
        var machine = pool.pollFirst();
        if (machine == null) {
            return build();
        }
        pooled.decrementAndGet();
        return machine;
    }

    private void giveBack(StateMachine<Phase, Trigger> machine) {
        if (pooled.incrementAndGet() <= POOLED) {
            pool.addFirst(machine);
        } else {
            pooled.decrementAndGet();
            machine.stopReactively().subscribe();
        }
    }

    private static StateMachine<Phase, Trigger> build() {
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
            var machine = builder.build();
            machine.startReactively().block();
            return machine;
        } catch (Exception impossible) {
            throw new IllegalStateException("the lifecycle table makes no machine", impossible);
        }
    }
}
