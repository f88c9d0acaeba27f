package io.entendu.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Arguments of a command: words, flags such as {@code --update}, and options with a value, {@code
 * --url X} or {@code --url=X}.
 */
record Options(List<String> words, Map<String, List<String>> values) {

    /** Empty when something is not known here, or a value is missing. */
    static Optional<Options> parse(List<String> arguments, Set<String> flags, Set<String> valued) {
        var words = new ArrayList<String>();
        var values = new LinkedHashMap<String, List<String>>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            var equals = argument.indexOf('=');
            var name = equals < 0 ? argument : argument.substring(0, equals);
            if (!argument.startsWith("--")) {
                words.add(argument);
            } else if (flags.contains(argument)) {
                values.put(argument, List.of());
            } else if (valued.contains(name) && (equals > 0 || rest.hasNext())) {
                values.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(equals > 0 ? argument.substring(equals + 1) : rest.next());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Options(words, values));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value given last. */
    Optional<String> value(String name) {
        return all(name).stream().reduce((_, latest) -> latest);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
