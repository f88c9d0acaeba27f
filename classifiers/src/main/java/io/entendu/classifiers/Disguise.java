package io.entendu.classifiers;

import io.entendu.core.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes from a text what a respondent did not say of an experience: markup, pasted data, orders to
 * a machine, digits for letters. The length stays, so that evidence keeps its place; a text that is
 * nothing else stays as it is.
 */
final class Disguise {

    private static final Pattern PASTED =
            Pattern.compile("<[^<>]{1,200}>|\\{[^{}]{0,300}}|\\b\\w+=\\S+|https?://\\S+");

    private static final Pattern QUOTED =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:'[^'\\n]{2,60}'|\"[^\"\\n]{2,60}\"|«[^»\\n]{2,60}»|“[^”\\n]{2,60}”)(?![\\p{L}\\p{N}])");

    private static final Pattern ORDER =
            Pattern.compile(
                    "(ignore|oublie|disregard|forget).{0,40}(instruction|consigne|regle|rule|previous|precedent)|^system\\b|\\bend system\\b|"
                            + "nouvelle consigne|new (rule|instruction)|you are now|tu es maintenant|translate to|in the new language|"
                            + "marque[rz]? .{0,40}(positi|negati|neutre)|every answer is|repond(s|ez) «|just kidding|say the customer");

    private static final Pattern DIGITS_FOR_LETTERS =
            Pattern.compile("[A-Za-z0-9]*(?:[A-Za-z][013457][A-Za-z])[A-Za-z0-9]*");

    private static final int WORDS_LEFT = 2;

    private Disguise() {}

    static String lift(String text) {
        var plain = blank(PASTED.matcher(spelled(text)));
        var meant = withoutOrders(blank(QUOTED.matcher(plain)));
        return Words.of(Words.fold(meant)).size() >= WORDS_LEFT ? meant : text;
    }

    private static String withoutOrders(String text) {
        var rest = new StringBuilder(text);
        for (var clause : Clauses.of(text)) {
            if (ORDER.matcher(Words.fold(clause.of(text))).find()) {
                wipe(rest, clause);
            }
        }
        return rest.toString();
    }

    private static String blank(Matcher matcher) {
        return matcher.replaceAll(found -> " ".repeat(found.group().length()));
    }

    private static void wipe(StringBuilder text, Span span) {
        for (var i = span.start(); i < span.end(); i++) {
            text.setCharAt(i, ' ');
        }
    }

    private static String spelled(String text) {
        return DIGITS_FOR_LETTERS.matcher(text).replaceAll(found -> letters(found.group()));
    }

    private static String letters(String word) {
        return word.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't');
    }
}
