package io.entendu.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.analysis.Flag;
import io.entendu.core.analysis.Sentiment;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

    private static final Rules RULES = Rules.shipped();

    @ParameterizedTest
    @MethodSource
    void verdict(String text, Optional<Sentiment> expected) {
        assertThat(RULES.verdict(text)).isEqualTo(expected);
    }

    static Stream<Arguments> verdict() {
        return Stream.of(
                argumentSet("'ras' says nothing", "RAS", Optional.of(Sentiment.NEUTRAL)),
                argumentSet("a bare score is not praise", "7", Optional.of(Sentiment.NEUTRAL)),
                argumentSet("nor is a score out of ten", "4/10", Optional.of(Sentiment.NEUTRAL)),
                argumentSet(
                        "nothing to say is neutral",
                        "Rien à dire.",
                        Optional.of(Sentiment.NEUTRAL)),
                argumentSet("an empty text is neutral", " ", Optional.of(Sentiment.NEUTRAL)),
                argumentSet("punctuation alone is neutral", "...", Optional.of(Sentiment.NEUTRAL)),
                argumentSet(
                        "'bof' is a complaint in three letters",
                        "bof",
                        Optional.of(Sentiment.NEGATIVE)),
                argumentSet("pictures speak", "👎👎😡", Optional.of(Sentiment.NEGATIVE)),
                argumentSet(
                        "no complaints is praise",
                        "No complaints!",
                        Optional.of(Sentiment.POSITIVE)),
                argumentSet(
                        "a sentence goes to the model",
                        "ok but the courier was late",
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CALL_BACK  | rappelez-moi demain
                    CALL_BACK  | please call me back
                    COMPLAINT  | je vais porter plainte
                    COMPLAINT  | my order never arrived
                    CHURN_RISK | je vais résilier
                    CHURN_RISK | I am switching to a competitor
                    ABUSE      | bande de cretins
                    ABUSE      | you morons
                    SAFETY     | la prise fait des étincelles
                    SAFETY     | il y a une odeur de gaz
                    SAFETY     | j'ai envie d'en finir
                    SAFETY     | I want to end my life
                    SAFETY     | the charger caught fire
                    SAFETY     | smoke came out of it
                    SAFETY     | if I see your driver again I will kill him
                    """)
    void flag(Flag flag, String text) {
        assertThat(RULES.flags(text)).contains(flag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Very good service, thank you
                    Livraison rapide et soignée
                    No complaints at all
                    Not bad at all, can't complain.
                    produit conforme à la description
                    """)
    void quiet(String text) {
        assertThat(RULES.flags(text)).isEmpty();
    }
}
