package io.entendu.flows.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A number in digits with its separators: "1 200", "1.200,50", "0,5". */
final class Digits {

    private static final int GROUP = 3;
    private static final int MOST_DIGITS = 12;
    private static final int MOST_PARTS = 6;

    private final List<String> parts = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();

    private Digits() {}

    /** A number, empty where two readings are possible or none, and the token after it. */
    record Read(Optional<BigDecimal> value, int to) {}

    /**
     * Reads the number that begins at a token.
     *
     * @param decimals whether the question allows decimals; "1,200" may then mean either
     */
    static Read at(List<Token> tokens, int from, boolean decimals, String language) {
        var digits = new Digits();
        var to = digits.collect(tokens, from);
        var long12 = digits.parts.stream().mapToInt(String::length).sum() > MOST_DIGITS;
        return new Read(long12 ? Optional.empty() : digits.value(decimals, language), to);
    }

    private int collect(List<Token> tokens, int from) {
        parts.add(tokens.get(from).text());
        var at = from + 1;
        while (parts.size() < MOST_PARTS) {
            if (isSpacedGroup(tokens, at)) {
                marks.add(" ");
                parts.add(tokens.get(at).text());
                at++;
            } else if (isMarked(tokens, at)) {
                marks.add(tokens.get(at).text());
                parts.add(tokens.get(at + 1).text());
                at += 2;
            } else {
                return at;
            }
        }
        return at;
    }

    private boolean isSpacedGroup(List<Token> tokens, int at) {
        return at < tokens.size()
                && tokens.get(at).isNumber()
                && tokens.get(at).gap()
                && tokens.get(at).text().length() == GROUP
                && parts.getFirst().length() <= GROUP
                && marks.stream().allMatch(" "::equals);
    }

    private static boolean isMarked(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && (tokens.get(at).is(".") || tokens.get(at).is(",") || tokens.get(at).is("'"))
                && !tokens.get(at).gap()
                && tokens.get(at + 1).isNumber()
                && !tokens.get(at + 1).gap();
    }

    private Optional<BigDecimal> value(boolean decimals, String language) {
        if (marks.isEmpty()) {
            return Optional.of(new BigDecimal(parts.getFirst()));
        }
        var last = marks.getLast();
        var groups = marks.subList(0, marks.size() - 1);
        if (last.equals(" ") || last.equals("'") || groups.contains(last)) {
            return grouped(parts.size()).filter(_ -> marks.stream().allMatch(last::equals));
        }
        if (groups.isEmpty() && isEither()) {
            var group = language.equals("en") ? "," : ".";
            return decimals || !last.equals(group) ? Optional.empty() : grouped(parts.size());
        }
        return grouped(parts.size() - 1)
                .filter(_ -> groups.stream().distinct().count() <= 1)
                .map(whole -> new BigDecimal(whole.toPlainString() + "." + parts.getLast()));
    }

    /** "1,200" may be a thousand or one and a bit. */
    private boolean isEither() {
        return parts.getLast().length() == GROUP
                && parts.getFirst().length() <= GROUP
                && !parts.getFirst().startsWith("0");
    }

    private Optional<BigDecimal> grouped(int count) {
        for (var i = 1; i < count; i++) {
            if (parts.get(i).length() != GROUP) {
                return Optional.empty();
            }
        }
        return count > 1 && parts.getFirst().length() > GROUP
                ? Optional.empty()
                : Optional.of(new BigDecimal(String.join("", parts.subList(0, count))));
    }
}
