package io.entendu.classifiers;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * French put into English word by word, from a list of about 1,500 forms. No translation, but near
 * enough for an English encoder and an English word list to tell praise from blame. Unknown words
 * stay as they are.
 */
final class Gloss {

    private static final int LONGEST_PHRASE = 5;

    private final Map<String, String> english;

    private Gloss(Map<String, String> english) {
        this.english = Map.copyOf(english);
    }

    static Gloss french() {
        var english = new HashMap<String, String>();
        for (var line : Resources.lines("gloss-fr.txt")) {
            var equals = line.indexOf('=');
            for (var form : line.substring(0, equals).split(",", -1)) {
                english.put(form.strip(), line.substring(equals + 1));
            }
        }
        return new Gloss(english);
    }

    /** An English crib of a French text; the longest known phrase wins. */
    String of(String text) {
        var words = Words.of(Words.fold(text));
        var crib = new StringBuilder();
        for (var at = 0; at < words.size(); ) {
            var length = phraseAt(words, at);
            var meaning =
                    length == 0
                            ? single(words.get(at))
                            : english.getOrDefault(key(words, at, length), "");
            if (!meaning.isEmpty()) {
                crib.append(crib.isEmpty() ? "" : " ").append(meaning);
            }
            at += Math.max(length, 1);
        }
        return crib.toString();
    }

    private int phraseAt(List<String> words, int at) {
        for (var length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            if (english.containsKey(key(words, at, length))) {
                return length;
            }
        }
        return 0;
    }

    private String single(String word) {
        return Arrays.asList("s", "e", "es", "r").stream()
                .filter(ending -> word.length() > ending.length() + 3 && word.endsWith(ending))
                .map(ending ->
                        Optional.ofNullable(
                                english.get(word.substring(0, word.length() - ending.length()))))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(word);
    }

    private static String key(List<String> words, int at, int length) {
        return String.join(" ", words.subList(at, at + length));
    }
}
