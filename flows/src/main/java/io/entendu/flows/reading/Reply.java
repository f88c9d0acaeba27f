package io.entendu.flows.reading;

import io.entendu.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** A reply cut in pieces: once with its punctuation, once as words in clauses and sentences. */
final class Reply {

    /** Marks that may stand inside a clause. */
    private static final Set<String> INSIDE =
            Set.of(
                    "'", "`", "°", "~", "*", "#", "$", "£", "€", "%", "/", "≈", "+", "&", "@", "_",
                    "=");

    private static final Set<String> NO_SENTENCE_END =
            Set.of(",", ":", "(", ")", "[", "]", "\"", "«", "»", "“", "”", "-", "<", ">", "|");

    private static final Map<String, List<Courtesy>> COURTESIES =
            WordList.lines("courtesy").stream()
                    .map(Courtesy::of)
                    .collect(Collectors.groupingBy(courtesy -> courtesy.words().getFirst()));

    /** Words of the longest phrase that counts as a whole message. */
    private static final int LONGEST_PHRASE = 20;

    private static final Set<String> SOFT = WordList.words("soft");

    private record Courtesy(String readAs, List<String> words) {

        static Courtesy of(String line) {
            var parts = List.of(line.split(" = "));
            return new Courtesy(parts.getFirst(), List.of(parts.getLast().split(" ")));
        }
    }

    private final String text;
    private final List<Token> tokens;
    private final List<Word> words;
    private final String whole;
    private final String hard;

    Reply(String text) {
        this.text = text;
        this.tokens = Tokenizer.tokens(text);
        this.words = courteous(words(tokens));
        var few = words.size() > LONGEST_PHRASE ? List.<Word>of() : words;
        this.whole = join(few);
        this.hard = join(hard(few));
    }

    String text() {
        return text;
    }

    List<Token> tokens() {
        return tokens;
    }

    List<Word> words() {
        return words;
    }

    boolean has(String mark) {
        return tokens.stream().anyMatch(token -> token.is(mark));
    }

    boolean hasDigits() {
        return tokens.stream().anyMatch(token -> !token.isWord() && !token.isMark());
    }

    /** All of it but the white space around it. */
    Span span() {
        var start = 0;
        var end = text.length();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    /**
     * Whether the mark at {@code index} parts two clauses; a hyphen does when it is not inside a
     * word.
     */
    boolean parts(int index) {
        var mark = tokens.get(index);
        if (!mark.isMark() || INSIDE.contains(mark.text())) {
            return false;
        }
        return !mark.is("-")
                || mark.gap()
                || index + 1 == tokens.size()
                || tokens.get(index + 1).gap();
    }

    private List<Word> words(List<Token> tokens) {
        var words = new ArrayList<Word>();
        var first = true;
        var sentence = 0;
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.isMark()) {
                if (parts(i)) {
                    first = true;
                    sentence += NO_SENTENCE_END.contains(token.text()) ? 0 : 1;
                }
                continue;
            }
            if (isNegation(tokens, i) && !words.isEmpty()) {
                var verb = words.removeLast();
                words.add(
                        new Word(
                                verb.text() + "t",
                                verb.start(),
                                token.end(),
                                verb.first(),
                                true,
                                sentence));
            } else {
                if (!first && !words.isEmpty()) {
                    words.add(open(words.removeLast()));
                }
                words.add(
                        new Word(token.text(), token.start(), token.end(), first, true, sentence));
            }
            first = false;
        }
        return List.copyOf(words);
    }

    /** Reads "s'il vous plaît" and the like as one word, lest their pronouns be taken for more. */
    private static List<Word> courteous(List<Word> words) {
        var read = new ArrayList<Word>();
        for (var at = 0; at < words.size(); ) {
            var courtesy = courtesy(words, at);
            read.add(courtesy.word());
            at += courtesy.words();
        }
        return List.copyOf(read);
    }

    /** A word and how many words it was. */
    private record Read(Word word, int words) {}

    private static Read courtesy(List<Word> words, int at) {
        var courtesies = COURTESIES.get(words.get(at).text());
        if (courtesies == null) {
            return new Read(words.get(at), 1);
        }
        for (var courtesy : courtesies) {
            var to = at + courtesy.words().size();
            if (to <= words.size()
                    && words.subList(at, to).stream()
                            .map(Word::text)
                            .toList()
                            .equals(courtesy.words())) {
                var first = words.get(at);
                var last = words.get(to - 1);
                return new Read(
                        new Word(
                                courtesy.readAs(),
                                first.start(),
                                last.end(),
                                first.first(),
                                last.last(),
                                first.sentence()),
                        courtesy.words().size());
            }
        }
        return new Read(words.get(at), 1);
    }

    /** The {@code 't} of {@code don't}, which becomes one word with its verb. */
    private static boolean isNegation(List<Token> tokens, int index) {
        return index >= 2
                && tokens.get(index).text().equals("t")
                && tokens.get(index - 1).is("'")
                && !tokens.get(index).gap()
                && tokens.get(index - 2).isWord()
                && tokens.get(index - 2).text().endsWith("n");
    }

    private static Word open(Word word) {
        return new Word(
                word.text(), word.start(), word.end(), word.first(), false, word.sentence());
    }

    /** Its words with a blank between; empty when they are more than any phrase has. */
    String whole() {
        return whole;
    }

    /** As {@link #whole}, without the words that change nothing. */
    String hard() {
        return hard;
    }

    private static List<Word> hard(List<Word> words) {
        var hard = new ArrayList<Word>(words.size());
        for (var word : words) {
            if (!SOFT.contains(word.text())) {
                hard.add(word);
            }
        }
        return hard;
    }

    static String join(List<Word> words) {
        var joined = new StringJoiner(" ");
        for (var word : words) {
            joined.add(word.text());
        }
        return joined.toString();
    }

    static Span span(List<Word> words) {
        return new Span(words.getFirst().start(), words.getLast().end());
    }
}
