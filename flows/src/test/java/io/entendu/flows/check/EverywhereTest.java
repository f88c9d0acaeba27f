package io.entendu.flows.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.reading.ReplyReader;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.text.Span;
import io.entendu.flows.SurveyLibrary;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EverywhereTest {

    private static final SurveyLibrary LIBRARY = SurveyLibrary.ofSeeds();
    private static final Subject SUBJECT =
            Subject.of(LIBRARY, LIBRARY.current(new SurveyId("shop-visit")).orElseThrow());

    @ParameterizedTest
    @CsvSource({
        "en, UNSUBSCRIBE, INFO",
        "fr, ARRÊT, AIDE",
        "es, BAJA, AYUDA",
        "de, STOPP, HILFE",
        "it, CANCELLAMI, AIUTO",
        "pt, SAIR, AJUDA",
        "nl, AFMELDEN, HULP"
    })
    void everyLanguageHasItsWords(Locale locale, String stop, String help) {
        assertThat(Everywhere.known("stop", locale))
                .contains(stop)
                .allSatisfy(word ->
                        assertThat(SUBJECT.readAtRest(locale, word))
                                .isInstanceOf(Reading.OptOut.class));
        assertThat(Everywhere.known("help", locale))
                .contains(help)
                .allSatisfy(word ->
                        assertThat(SUBJECT.readAtRest(locale, word))
                                .isInstanceOf(Reading.HelpWanted.class));
    }

    /** A reader that would miss one of them is found out, at every moment. */
    @ParameterizedTest
    @MethodSource
    void aWordThatIsMissed(String word, String rule, String says) {
        var deaf = deafTo(word);
        var walk =
                new Walk(
                        deaf,
                        new Turns(deaf.survey()),
                        Everywhere.of(deaf),
                        Locale.ENGLISH,
                        Channel.SMS);

        walk.walk();

        assertThat(walk.findings())
                .allSatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(rule);
                    assertThat(finding.message()).isEqualTo(says);
                })
                .extracting(Finding::place)
                .containsExactlyInAnyOrder("consent", "questions.score", "questions.reason");
    }

    static Stream<Arguments> aWordThatIsMissed() {
        return Stream.of(
                argumentSet("STOP", "STOP", "path-stop", "STOP does not end it here"),
                argumentSet(
                        "another language of the survey",
                        "ARRET",
                        "path-stop",
                        "ARRET does not end it here"),
                argumentSet("HELP", "HELP", "path-help", "HELP is not answered here"),
                argumentSet(
                        "help in another language",
                        "AIDE",
                        "path-help",
                        "AIDE is not answered here"));
    }

    private static Subject deafTo(String word) {
        ReplyReader deaf =
                (expected, content) ->
                        content.equals(new Content.Text(word))
                                ? new Interpretation(
                                        new Reading.Unclear(), "deaf", Span.whole(word))
                                : SUBJECT.reader().read(expected, content);
        return new Subject(
                LIBRARY,
                SUBJECT.survey(),
                SUBJECT.script(),
                SUBJECT.facts(),
                deaf,
                SUBJECT.engine());
    }

    @Test
    void aWalkSaysTheWordsOfAllLanguagesOfTheSurvey() {
        assertThat(Everywhere.of(SUBJECT).stop()).contains("STOP", "END", "ARRET");
        assertThat(Everywhere.of(SUBJECT).help()).containsExactly("HELP", "INFO", "AIDE");
    }
}
