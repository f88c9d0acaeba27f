package io.entendu.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.reading.Doubt;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.text.Span;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NumberEvidenceTest {

    private static final Question.Scale SCALE = new Question.Scale(new QuestionId("score"), 0, 10);

    private final NumberEvidence evidence = new NumberEvidence(NumberWords.shipped());

    @ParameterizedTest
    @MethodSource
    void ratings(String language, String reply, String quote, int rating, boolean shown) {
        var doubt = new Doubt(SCALE, "?", reply, Locale.of(language));

        assertThat(evidence.shows(doubt, quoted(reply, quote), rating, SCALE.high()))
                .isEqualTo(shown);
    }

    static Stream<Arguments> ratings() {
        return Stream.of(
                argumentSet("a digit", "fr", "un bon gros 8 quoi", "8", 8, true),
                argumentSet("a digit of another script", "ar", "اعطيكم ٨ طبعا", "٨", 8, true),
                argumentSet("a full-width digit", "en", "８ i guess", "８", 8, true),
                argumentSet("a digit beyond the first plane", "en", "𝟠 ok", "𝟠", 8, true),
                argumentSet("the top may follow", "fr", "8 sur 10 allez", "8 sur 10", 8, true),
                argumentSet("the top itself", "en", "10 of 10", "10 of 10", 10, true),
                argumentSet("a mistyped word", "fr", "je dirais nuef", "nuef", 9, true),
                argumentSet("the top after a mistyped word", "fr", "nuef/10", "nuef", 9, true),
                argumentSet("the top before one", "fr", "10 min mais nuef", "nuef", 9, false),
                argumentSet("a letter is missing", "en", "gotta be sevn", "sevn", 7, true),
                argumentSet("a letter too many", "de", "naja, sechss", "sechss", 6, true),
                argumentSet("accents do not matter", "de", "fünnf", "fünnf", 5, true),
                argumentSet("the right word", "nl", "doe maar een zeven", "zeven", 7, true),
                argumentSet("praise is no number", "en", "lovely", "lovely", 10, false),
                argumentSet("fine is not nine", "en", "it was fine", "fine", 9, false),
                argumentSet("nor five", "en", "it was fine", "fine", 5, false),
                argumentSet("for is not four", "en", "for my mother", "for", 4, false),
                argumentSet("too is not two", "en", "too bad", "too", 2, false),
                argumentSet("the French for worthless", "fr", "c'est nul", "nul", 0, false),
                argumentSet("another number", "fr", "8 ou 9", "9", 9, false),
                argumentSet("another number in words", "en", "four out of five", "four", 4, false),
                argumentSet("another scale", "fr", "16/20", "16", 8, false),
                argumentSet("another scale of which a part fits", "fr", "10/20", "10", 10, false),
                argumentSet("another scale in words", "fr", "10 sur vingt", "10", 10, false),
                argumentSet("the top before it", "en", "10 minutes, 3", "3", 3, false),
                argumentSet("a percentage", "en", "8 % or so", "8", 8, false),
                argumentSet("rounded", "en", "a solid 7.5", "7.5", 8, false),
                argumentSet("half of a number", "en", "a solid 7.5", "7", 7, false),
                argumentSet("a digit of a number", "en", "18 it is", "8", 8, false),
                argumentSet("a name", "en", "flight A8", "A8", 8, false),
                argumentSet("below nothing", "en", "so -3", "-3", 3, false),
                argumentSet("quoted elsewhere", "en", "well, that 8 is me", "well", 8, false),
                argumentSet("another language's word", "en", "nul points", "nul", 0, false),
                argumentSet("endless digits", "en", "8".repeat(5000), "8", 8, false));
    }

    @ParameterizedTest
    @MethodSource
    void amounts(String reply, String quote, String amount, boolean shown) {
        var doubt = new Doubt(SCALE, "?", reply, Locale.ENGLISH);

        assertThat(evidence.shows(doubt, quoted(reply, quote), new BigDecimal(amount)))
                .isEqualTo(shown);
    }

    static Stream<Arguments> amounts() {
        return Stream.of(
                argumentSet("with a comma", "approx. 12,50 i fear", "12,50", "12.5", true),
                argumentSet("a share", "30 % tops", "30 %", "30", true),
                argumentSet("below nothing", "went down -4 or so", "-4", "-4", true),
                argumentSet("a word", "twnety i think", "twnety", "20", true),
                argumentSet("a range", "10-20", "10", "10", false),
                argumentSet("converted", "half an hour", "half", "30", false),
                argumentSet("grouped otherwise", "1.000", "1.000", "1000", false));
    }

    private static Span quoted(String reply, String quote) {
        var at = reply.indexOf(quote);
        return new Span(at, at + quote.length());
    }
}
