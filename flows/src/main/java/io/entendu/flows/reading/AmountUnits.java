package io.entendu.flows.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The unit a question asks for, in all its names; everything else that counts is another unit. */
final class AmountUnits {

    private static final List<Names> SYNONYMS =
            WordList.lines("units").stream().map(Names::of).toList();
    private static final Set<String> MARKS = Set.of("%", "€", "$", "£", "¥", "°");

    private final List<List<String>> own = new ArrayList<>();

    /** The names of one unit, each as it is and in pieces. */
    private record Names(Set<String> names, List<List<String>> pieces) {

        static Names of(String line) {
            var names = Arrays.stream(line.split(" ")).map(name -> name.replace('_', ' ')).toList();
            return new Names(Set.copyOf(names), names.stream().map(AmountUnits::pieces).toList());
        }
    }

    AmountUnits(Collection<String> unitWords) {
        for (var synonyms : SYNONYMS) {
            if (unitWords.stream().anyMatch(synonyms.names()::contains)) {
                own.addAll(synonyms.pieces());
            }
        }
        unitWords.stream()
                .map(AmountUnits::pieces)
                .filter(name -> !name.isEmpty() && !own.contains(name))
                .forEach(own::add);
    }

    private static List<String> pieces(String name) {
        return new Reply(name).tokens().stream().map(Token::text).toList();
    }

    /** Where the unit that begins here ends; {@code from} when there is none. */
    int end(List<Token> tokens, int from) {
        var end = from;
        for (var unit : own) {
            var to = from + unit.size();
            if (to > end && to <= tokens.size() && stands(unit, tokens, from)) {
                end = to;
            }
        }
        return end;
    }

    /** Where a unit that ends here begins; {@code to} when there is none. */
    int start(List<Token> tokens, int to) {
        for (var unit : own) {
            var from = to - unit.size();
            if (from >= 0 && stands(unit, tokens, from)) {
                return from;
            }
        }
        return to;
    }

    private static boolean stands(List<String> unit, List<Token> tokens, int from) {
        for (var i = 0; i < unit.size(); i++) {
            if (!tokens.get(from + i).text().equals(unit.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it counts or measures something else. */
    static boolean isOther(Token token) {
        return MARKS.contains(token.text()) || Surroundings.COUNTED.contains(token.text());
    }

    static boolean isMark(Token token) {
        return MARKS.contains(token.text());
    }
}
