package io.entendu.core.conversation;

import io.entendu.core.conversation.machine.Lifecycle;
import io.entendu.core.conversation.machine.LifecycleTable;
import io.entendu.core.conversation.machine.LifecycleTable.Row;
import io.entendu.core.conversation.machine.Trigger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The table without the machine, which is held against it elsewhere: for lives of many thousand
 * turns.
 */
final class TableLifecycle implements Lifecycle {

    private static final Map<List<Enum<?>>, Phase> NEXT =
            LifecycleTable.ROWS.stream()
                    .collect(Collectors.toMap(row -> List.of(row.from(), row.on()), Row::to));

    @Override
    public Phase next(Phase phase, Trigger trigger) {
        var next = NEXT.get(List.of(phase, trigger));
        if (next == null) {
            throw new AssertionError("no transition from " + phase + " on " + trigger);
        }
        return next;
    }
}
