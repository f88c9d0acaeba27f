package io.entendu.flows.reading;

import io.entendu.flows.reading.ChoiceItem.Kind;
import io.entendu.flows.reading.NumberWords.Use;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what says where in the list an option stands: "2", "b", "the second", "1-3". */
final class ChoicePositions {

    private static final Map<String, Integer> ORDINALS = ordinals();
    private static final Set<String> SUFFIXES = WordList.named("ordinals", "suffix");
    private static final Set<String> TO = cue("to");
    private static final Set<String> DETERMINERS = cue("determiner");
    private static final Set<String> SPOILING_AFTER =
            Set.of("%", "€", "$", "£", "°", "+", "^", "@", "\\");
    private static final Set<String> SPOILING_BEFORE = Set.of("€", "$", "£", "+", "<", ">", "@");
    private static final int LONGEST = 2;

    private final Reply reply;
    private final List<Token> tokens;
    private final int options;
    private final String language;

    ChoicePositions(Reply reply, int options, String language) {
        this.reply = reply;
        this.tokens = reply.tokens();
        this.options = options;
        this.language = language;
    }

    /**
     * A place in the list.
     *
     * @param first the first place named, from 1; out of the list where there is no such place
     * @param last the last one; the same but for a range
     * @param to the word after it
     */
    record Place(Kind kind, int first, int last, int to) {

        boolean isWithin(int options) {
            return first >= 1 && first <= last && last <= options;
        }
    }

    private static Set<String> cue(String kind) {
        return WordList.named("choice-cues", kind);
    }

    private static Map<String, Integer> ordinals() {
        var ordinals = new HashMap<String, Integer>();
        for (var line : WordList.lines("ordinals")) {
            var words = List.of(line.split(" "));
            if (!words.getFirst().equals("suffix")) {
                words.subList(1, words.size())
                        .forEach(word -> ordinals.put(word, Integer.valueOf(words.getFirst())));
            }
        }
        return Map.copyOf(ordinals);
    }

    /** What stands at this word and the token it is. */
    Optional<Place> at(int word, int token) {
        var text = tokens.get(token).text();
        return switch (tokens.get(token).kind()) {
            case NUMBER -> Optional.of(range(digits(word, token), token));
            case MIXED -> ending(text, word);
            case WORD ->
                    Optional.ofNullable(ORDINALS.get(text))
                            .map(value -> place(Kind.ORDINAL, value < 0 ? options : value, word))
                            .or(() -> numberWord(word, token));
            case MARK -> Optional.empty();
        };
    }

    /** A letter for an option, where it can be no word of its own. */
    Optional<Place> letter(int word, int token) {
        var text = tokens.get(token).text();
        var value = text.charAt(0) - 'a' + 1;
        if (text.length() > 1 || value < 1 || value > options || isElided(token)) {
            return Optional.empty();
        }
        return Optional.of(place(Kind.LETTER, value, word));
    }

    /** The c of "c'est", the s of "it's". */
    private boolean isElided(int token) {
        return (token + 1 < tokens.size() && tokens.get(token + 1).is("'"))
                || (token > 0 && tokens.get(token - 1).is("'") && !tokens.get(token).gap());
    }

    private static Place place(Kind kind, int value, int word) {
        return new Place(kind, value, value, word + 1);
    }

    private static Optional<Place> ending(String text, int word) {
        var digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits > 0 && digits <= LONGEST && SUFFIXES.contains(text.substring(digits))
                ? Optional.of(
                        place(Kind.ORDINAL, Integer.parseInt(text.substring(0, digits)), word))
                : Optional.empty();
    }

    private Optional<Place> numberWord(int word, int token) {
        return NumberWords.of(tokens.get(token).text(), language)
                .filter(number -> number.use() != Use.ARTICLE || isNumber(word, token))
                .map(number -> range(place(Kind.NUMBER, number.value(), word), token));
    }

    /** An article is a number where nothing follows it in its clause and none stands before. */
    private boolean isNumber(int word, int token) {
        var words = reply.words();
        var before = words.get(word).first() ? "" : words.get(word - 1).text();
        var follows = token + 1 < tokens.size() && !words.get(word).last();
        return !DETERMINERS.contains(before)
                && !ORDINALS.containsKey(before)
                && (!follows || isJoint(words.get(word + 1).text()));
    }

    private static boolean isJoint(String text) {
        return ChoiceScan.AND.contains(text) || ChoiceScan.OR.contains(text) || TO.contains(text);
    }

    private Place digits(int word, int token) {
        var text = tokens.get(token).text();
        var spoilt =
                text.length() > LONGEST
                        || isMark(token + 1, SPOILING_AFTER)
                        || isMark(token - 1, SPOILING_BEFORE)
                        || isNegative(token)
                        || isBroken(token, token + 1)
                        || isBroken(token - 2, token - 1);
        return place(Kind.NUMBER, spoilt ? 0 : Integer.parseInt(text), word);
    }

    private boolean isMark(int token, Set<String> marks) {
        return token >= 0 && token < tokens.size() && marks.contains(tokens.get(token).text());
    }

    private boolean isNegative(int token) {
        return token > 0
                && tokens.get(token - 1).is("-")
                && !tokens.get(token).gap()
                && (token == 1 || !tokens.get(token - 2).isNumber());
    }

    /** 1.5, 12:30. */
    private boolean isBroken(int token, int mark) {
        return token >= 0
                && mark + 1 < tokens.size()
                && (tokens.get(mark).is(".") || tokens.get(mark).is(":"))
                && tokens.get(token).isNumber()
                && !tokens.get(mark).gap()
                && tokens.get(mark + 1).isNumber()
                && !tokens.get(mark + 1).gap();
    }

    /** Goes on from a place to the end of its range: "1-3", "de 1 à 3". */
    private Place range(Place from, int token) {
        var dash = token + 1 < tokens.size() && tokens.get(token + 1).is("-");
        var to =
                token + 1 < tokens.size()
                        && tokens.get(token + 1).isWord()
                        && TO.contains(tokens.get(token + 1).text());
        var end = token + 2;
        if ((!dash && !to) || end >= tokens.size()) {
            return from;
        }
        return value(end)
                .map(value ->
                        new Place(from.kind(), from.first(), value, from.to() + (dash ? 1 : 2)))
                .orElse(from);
    }

    private Optional<Integer> value(int token) {
        var text = tokens.get(token).text();
        if (tokens.get(token).isNumber()) {
            return Optional.of(text.length() > LONGEST ? 0 : Integer.parseInt(text));
        }
        return tokens.get(token).isWord()
                ? NumberWords.of(text, language)
                        .filter(number -> number.use() != Use.ARTICLE)
                        .map(NumberWords.Numeral::value)
                : Optional.empty();
    }
}
