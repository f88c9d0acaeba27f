package io.entendu.flows.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The unit a question asks for, in all its names; everything else that counts is another unit. */
final class AmountUnits {

    private static final List<List<String>> SYNONYMS =
            WordList.lines("units").stream()
                    .map(line ->
                            Arrays.stream(line.split(" ")).map(n -> n.replace('_', ' ')).toList())
                    .toList();
    private static final Set<String> MARKS = Set.of("%", "€", "$", "£", "¥", "°");

    private final List<List<String>> own;

    AmountUnits(Collection<String> unitWords) {
        var names = new ArrayList<String>(unitWords);
        for (var synonyms : SYNONYMS) {
            if (synonyms.stream().anyMatch(unitWords::contains)) {
                names.addAll(synonyms);
            }
        }
        this.own =
                names.stream()
                        .map(name -> new Reply(name).tokens().stream().map(Token::text).toList())
                        .filter(name -> !name.isEmpty())
                        .toList();
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
