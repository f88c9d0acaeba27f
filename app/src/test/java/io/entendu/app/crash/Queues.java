package io.entendu.app.crash;

import io.entendu.persistence.RedisProcess;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The queues of the store: what is left in them is owed. */
final class Queues {

    private static final String ASK =
            "EVAL \"return '+ ' .. table.concat(redis.call('KEYS', 'e:{s??}:*'), ' ')\" 0";

    /** As {@code docs/redis-layout.md} names them. */
    private static final Pattern QUEUE =
            Pattern.compile("e:\\{s\\d\\d}:(due(:.*)?|doubts|timers|jobs|tries|waiting)");

    private Queues() {}

    /** Those that are not empty; a server that does not answer may hold anything. */
    static List<String> notEmpty(List<RedisProcess> masters) {
        return masters.stream().flatMap(Queues::of).toList();
    }

    private static Stream<String> of(RedisProcess master) {
        var answer = master.say(ASK);
        return answer.startsWith("+ ")
                ? Arrays.stream(answer.split(" ")).filter(QUEUE.asMatchPredicate())
                : Stream.of("a store that says \"" + answer + "\"");
    }
}
