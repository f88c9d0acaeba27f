package io.entendu.classifiers;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The languages this module knows something about. */
enum Language {
    FRENCH,
    ENGLISH,
    /** Any other: only what works without knowing the language. */
    OTHER;

    private static final Set<String> FRENCH_WORDS =
            Set.of(
                    "le", "la", "les", "une", "des", "du", "et", "est", "pas", "je", "vous", "pour",
                    "que", "qui", "dans", "avec", "tres", "c", "j", "l", "d", "mais", "ce", "il",
                    "elle", "sur", "au", "mon", "votre", "trop", "bien", "merci", "rien", "ne");
    private static final Set<String> ENGLISH_WORDS =
            Set.of(
                    "the", "is", "and", "to", "of", "it", "was", "i", "you", "my", "for", "not",
                    "with", "this", "that", "they", "but", "have", "very", "your", "no", "in", "he",
                    "she", "were", "had", "so", "good", "great", "what", "thanks");

    /** One more word than this of the other language, and the locale is not believed. */
    private static final int MARGIN = 1;

    /** The conversation's language, unless the text is clearly in the other of the two we know. */
    static Language of(List<String> words, Locale locale) {
        var french = words.stream().filter(FRENCH_WORDS::contains).count();
        var english = words.stream().filter(ENGLISH_WORDS::contains).count();
        var stated = of(locale);
        if (french > english + MARGIN) {
            return FRENCH;
        }
        if (english > french + MARGIN) {
            return ENGLISH;
        }
        return stated;
    }

    static Language of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "fr" -> FRENCH;
            case "en" -> ENGLISH;
            default -> OTHER;
        };
    }
}
