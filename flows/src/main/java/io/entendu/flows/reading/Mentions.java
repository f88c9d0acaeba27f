package io.entendu.flows.reading;

import io.entendu.core.text.Span;
import io.entendu.flows.reading.Mention.Kind;
import io.entendu.flows.reading.NumberWords.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the numbers of a reply and says by their spelling and neighbours of what kind they are. */
final class Mentions {

    private static final Set<String> MONEY = Set.of("$", "£", "€", "¥");
    private static final Set<String> SPOILING_BEFORE = Set.of("+", "<", ">", "@", "/", "\\");
    private static final Set<String> SPOILING_AFTER =
            Set.of("+", "%", "/", "\\", "@", "°", "½", "^");
    private static final Set<String> OUT_OF =
            Set.of(
                    "sur", "of", "von", "de", "su", "em", "op", "auf", "over", "on", "uit", "out",
                    "van");
    private static final Set<String> POINT =
            Set.of("virgule", "point", "comma", "komma", "coma", "virgola", "virgula");
    private static final Pattern HEDGED = Pattern.compile("([0-9]{1,2})ish");
    private static final Pattern GLUED_FRACTION =
            Pattern.compile("([0-9]{1,2})(?:sur|of|outof|von|su)([0-9]{1,2})");

    /**
     * Numbers in one reply beyond which nobody could tell which is the answer; no more are looked
     * for.
     */
    static final int MOST = 20;

    /** Words kept on each side of a number; what decides stands near. */
    private static final int NEAR = 12;

    private static final String TRES = "tres";
    private static final Set<String> VERY = Surroundings.cue("tres");

    private final List<Token> tokens;
    private final Reply reply;
    private final int high;
    private final String language;
    private final List<Raw> raws = new ArrayList<>();

    /**
     * A number before its neighbours are known; {@code from} and {@code to} are positions of
     * tokens.
     */
    private record Raw(Kind kind, int value, Use use, int from, int to) {}

    private Mentions(Reply reply, int high, String language) {
        this.reply = reply;
        this.tokens = reply.tokens();
        this.high = high;
        this.language = language;
    }

    static List<Mention> of(Reply reply, int high, String language) {
        var mentions = new Mentions(reply, high, language);
        mentions.collect();
        return mentions.placed();
    }

    private void collect() {
        for (var i = 0; i < tokens.size() && raws.size() <= MOST; ) {
            var raw = number(i);
            if (raw.isPresent()) {
                var found = fraction(raw.get());
                raws.add(found);
                i = found.to();
            } else {
                i++;
            }
        }
        spoilNeighbours();
    }

    private Optional<Raw> number(int i) {
        var token = tokens.get(i);
        return switch (token.kind()) {
            case NUMBER -> Optional.of(digits(i));
            case MIXED -> mixed(token, i);
            case WORD ->
                    numeral(i)
                            .filter(number -> number.use() != Use.ARTICLE || isAlone(i))
                            .map(number ->
                                    new Raw(Kind.NUMBER, number.value(), number.use(), i, i + 1));
            case MARK -> Optional.empty();
        };
    }

    /** The French "très" is no Spanish three, with its accent or before what it belongs to. */
    private Optional<NumberWords.Numeral> numeral(int i) {
        var token = tokens.get(i);
        var french =
                token.text().equals(TRES)
                        && (reply.text().substring(token.start(), token.end()).indexOf('è') >= 0
                                || (i + 1 < tokens.size()
                                        && VERY.contains(tokens.get(i + 1).text())));
        return french ? Optional.empty() : NumberWords.of(token.text(), language);
    }

    /** An article is a number before "sur dix", or where its clause holds nothing after it. */
    private boolean isAlone(int i) {
        return isEnd(i + 1) || (isOutOf(i + 1) && fractionEnd(i + 1) > 0);
    }

    private boolean isEnd(int i) {
        return i == tokens.size()
                || (tokens.get(i).isMark() && reply.parts(i))
                || tokens.get(i).is("!");
    }

    private Optional<Raw> mixed(Token token, int i) {
        var hedged = HEDGED.matcher(token.text());
        if (hedged.matches()) {
            return Optional.of(
                    new Raw(Kind.NUMBER, Integer.parseInt(hedged.group(1)), Use.PLAIN, i, i + 1));
        }
        var fraction = GLUED_FRACTION.matcher(token.text());
        if (fraction.matches()) {
            var ofScale = Integer.parseInt(fraction.group(2)) == high;
            return Optional.of(
                    new Raw(
                            ofScale ? Kind.OF_SCALE : Kind.SPOILT,
                            Integer.parseInt(fraction.group(1)),
                            Use.PLAIN,
                            i,
                            i + 1));
        }
        return Optional.empty();
    }

    private Raw digits(int i) {
        var to = i + 1;
        var kind = Kind.NUMBER;
        var text = tokens.get(i).text();
        if (text.length() > 2) {
            kind = Kind.OTHER;
        } else if (text.equals("00")) {
            kind = Kind.SPOILT;
        }
        while (isGlued(to)
                && isGlued(to + 1)
                && (tokens.get(to).is(".") || tokens.get(to).is(","))
                && tokens.get(to + 1).isNumber()) {
            kind =
                    to == i + 1
                                    && kind == Kind.NUMBER
                                    && tokens.get(to + 1).text().matches("0{1,2}")
                            ? kind
                            : Kind.SPOILT;
            to += 2;
        }
        if (isGlued(to)
                && tokens.get(to).is(":")
                && isGlued(to + 1)
                && tokens.get(to + 1).isNumber()) {
            return new Raw(Kind.OTHER, 0, Use.PLAIN, i, to + 2);
        }
        var value = text.length() > 2 ? Integer.MAX_VALUE : Integer.parseInt(text);
        return new Raw(byMarks(kind, i, to), value, Use.PLAIN, i, to);
    }

    private Kind byMarks(Kind kind, int from, int to) {
        var before = from > 0 && !tokens.get(from).gap() ? tokens.get(from - 1).text() : "";
        var after = to < tokens.size() ? tokens.get(to) : null;
        if ((from > 0 && MONEY.contains(tokens.get(from - 1).text()))
                || (after != null && MONEY.contains(after.text()))) {
            return Kind.OTHER;
        }
        if (before.equals("°")) {
            return Kind.OTHER;
        }
        var spoiltAfter = after != null && SPOILING_AFTER.contains(after.text()) && !isSlash(after);
        return spoiltAfter
                        || SPOILING_BEFORE.contains(before)
                        || isSigned(from, before)
                        || isFirst(from, before)
                ? Kind.SPOILT
                : kind;
    }

    /** "#1" is a place in a list. */
    private boolean isFirst(int from, String before) {
        return before.equals("#") && tokens.get(from).text().equals("1");
    }

    /** {@code -1}, {@code 7-1}, {@code .5}; the three dots of {@code ...7} are none of these. */
    private boolean isSigned(int from, String before) {
        var dots = before.equals(".") && from >= 2 && tokens.get(from - 2).isMark();
        var begins = from == 1 && tokens.getFirst().is("-");
        return begins
                || before.equals("-")
                || (before.equals(".") && !dots && (from < 2 || tokens.get(from - 1).gap()));
    }

    private static boolean isSlash(Token token) {
        return token.is("/");
    }

    private boolean isGlued(int i) {
        return i < tokens.size() && !tokens.get(i).gap();
    }

    /** Joins a number with what it is out of. */
    private Raw fraction(Raw raw) {
        var slash = raw.to() < tokens.size() && tokens.get(raw.to()).is("/");
        var words =
                raw.to() < tokens.size() && tokens.get(raw.to()).is("(") ? raw.to() + 1 : raw.to();
        if (slash || isOutOf(words)) {
            var end = slash ? raw.to() + 2 : fractionEnd(words);
            var value =
                    end > 0 && end <= tokens.size() ? whole(end - 1) : Optional.<Integer>empty();
            if (value.isPresent()) {
                return new Raw(
                        kindOf(raw, value.get(), end), raw.value(), raw.use(), raw.from(), end);
            }
            return slash ? new Raw(Kind.SPOILT, 0, raw.use(), raw.from(), raw.to()) : raw;
        }
        return raw;
    }

    private Kind kindOf(Raw raw, int whole, int end) {
        if (raw.value() == 24 && whole == 7) {
            return Kind.OTHER;
        }
        var decimal =
                isGlued(end)
                        && isGlued(end + 1)
                        && (tokens.get(end).is("/") || tokens.get(end).is("."))
                        && tokens.get(end + 1).isNumber();
        return raw.kind() == Kind.NUMBER && whole == high && !decimal ? Kind.OF_SCALE : Kind.SPOILT;
    }

    private boolean isOutOf(int i) {
        return i < tokens.size() && tokens.get(i).isWord() && OUT_OF.contains(tokens.get(i).text());
    }

    /** Where "sur dix", "out of 10", "van de 10" ends; 0 when it is something else. */
    private int fractionEnd(int i) {
        var at = i;
        while (isOutOf(at) && at < i + 2) {
            at++;
        }
        return at < tokens.size() && whole(at).isPresent() ? at + 1 : 0;
    }

    private Optional<Integer> whole(int i) {
        var token = tokens.get(i);
        if (token.isNumber()) {
            return Optional.of(
                    token.text().length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(token.text()));
        }
        return token.isWord()
                ? NumberWords.of(token.text(), language).map(NumberWords.Numeral::value)
                : Optional.empty();
    }

    /**
     * {@code dix-huit}, {@code 7-8}, {@code sept virgule cinq}, {@code vingt et un}: neither part
     * is a number of its own.
     */
    private void spoilNeighbours() {
        for (var i = 1; i < raws.size(); i++) {
            var one = raws.get(i - 1);
            var two = raws.get(i);
            var same = one.kind() == two.kind() && one.value() == two.value();
            if (!same && isJoined(one.to(), two.from())) {
                raws.set(i - 1, new Raw(Kind.SPOILT, one.value(), one.use(), one.from(), one.to()));
                raws.set(i, new Raw(Kind.SPOILT, two.value(), two.use(), two.from(), two.to()));
            }
        }
    }

    private boolean isJoined(int from, int to) {
        if (from == to) {
            return true;
        }
        var only = tokens.get(from);
        return to == from + 1
                && ((only.is("-") && !tokens.get(to).gap()) || POINT.contains(only.text()));
    }

    private List<Mention> placed() {
        var words = reply.words();
        var mentions = new ArrayList<Mention>();
        var at = 0;
        for (var i = 0; i < raws.size(); i++) {
            var raw = raws.get(i);
            var start = tokens.get(raw.from()).start();
            var end = tokens.get(raw.to() - 1).end();
            var nextStart =
                    i + 1 < raws.size()
                            ? tokens.get(raws.get(i + 1).from()).start()
                            : Integer.MAX_VALUE;
            var from = at;
            while (at < words.size() && words.get(at).start() < start) {
                at++;
            }
            var between = words.subList(Math.max(from, at - NEAR), at);
            var startsClause = at < words.size() && words.get(at).first();
            while (at < words.size() && words.get(at).start() < end) {
                at++;
            }
            var before = startsClause ? List.<Word>of() : lastClause(between);
            var repeats =
                    i > 0
                            && between.isEmpty()
                            && !startsClause
                            && raw.value() == raws.get(i - 1).value();
            var endsClause = at == 0 || words.get(at - 1).last();
            var after = endsClause ? List.<Word>of() : firstClause(words, at, nextStart);
            mentions.add(
                    new Mention(
                            raw.kind(),
                            raw.value(),
                            raw.use(),
                            new Span(start, end),
                            before,
                            between,
                            after,
                            startsClause
                                    || (repeats && mentions.getLast().clauseBefore())
                                    || (!before.isEmpty() && before.getFirst().first()),
                            startsClause || between.stream().anyMatch(Word::first)));
        }
        return mentions;
    }

    private static List<Word> lastClause(List<Word> words) {
        for (var i = words.size() - 1; i >= 0; i--) {
            if (words.get(i).first()) {
                return words.subList(i, words.size());
            }
        }
        return words;
    }

    private static List<Word> firstClause(List<Word> words, int from, int before) {
        var to = from;
        while (to < words.size() && to < from + NEAR && words.get(to).start() < before) {
            to++;
            if (words.get(to - 1).last()) {
                break;
            }
        }
        return words.subList(from, to);
    }
}
