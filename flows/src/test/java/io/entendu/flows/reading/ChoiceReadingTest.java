package io.entendu.flows.reading;

import static io.entendu.flows.reading.AnyText.assertInside;
import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.flows.reading.ChoiceReading.Option;
import io.entendu.flows.reading.ChoiceReading.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceReadingTest {

    private static final Map<String, List<Option>> QUESTIONS =
            Map.of(
                    "topic",
                    List.of(
                            option("delivery", "La livraison", "Delivery", "Lieferung", "Entrega"),
                            option("price", "Le prix", "Price", "Preis", "Precio"),
                            option("service", "Le service client", "Customer service"),
                            option("site", "Le site internet", "The website", "Webseite")),
                    "place",
                    List.of(
                            option("store", "En boutique", "In store"),
                            option("online", "En ligne", "Online")),
                    "carrier",
                    List.of(
                            option("standard", "Livraison standard", "Standard delivery"),
                            option("express", "Livraison express", "Express delivery"),
                            option("relay", "Point relais", "Pick-up point")),
                    "feeling",
                    List.of(
                            option("1", "Très insatisfait", "Very dissatisfied"),
                            option("2", "Insatisfait", "Dissatisfied"),
                            option("3", "Satisfait", "Satisfied"),
                            option("4", "Très satisfait", "Very satisfied")),
                    "often",
                    List.of(
                            option("once", "Une fois", "Once"),
                            option("some", "2 ou 3 fois", "2 or 3 times"),
                            option("more", "Plus de 3 fois", "More than 3 times")),
                    "team",
                    List.of(option("x", "3"), option("y", "1"), option("z", "Marin", "Marie")),
                    "twelve",
                    List.of(
                            option("a", "Janvier"),
                            option("b", "Février"),
                            option("c", "Mars"),
                            option("d", "Avril"),
                            option("e", "Mai"),
                            option("f", "Juin"),
                            option("g", "Juillet"),
                            option("h", "Août"),
                            option("i", "Septembre"),
                            option("j", "Octobre"),
                            option("k", "Novembre"),
                            option("l", "Décembre")));

    private static Option option(String id, String... labels) {
        return new Option(id, List.of(labels));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "choice-single.csv", useHeadersInDisplayName = true, emptyValue = "")
    void single(String question, String language, String text, String expected) {
        assertThat(
                        inShort(
                                ChoiceReading.single(
                                        new Reply(text), Choices.of(options(question)), language)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "choice-several.csv",
            useHeadersInDisplayName = true,
            emptyValue = "")
    void several(String question, String language, String text, String expected) {
        assertThat(
                        inShort(
                                ChoiceReading.several(
                                        new Reply(text), Choices.of(options(question)), language)))
                .isEqualTo(expected);
    }

    /** The rule and the words are what staff see beside the reading. */
    @ParameterizedTest
    @CsvSource({
        "2 svp,choice.number,2",
        "je prends b,choice.letter,b",
        "la deuxième,choice.ordinal,deuxième",
        "pour moi c'est le prix surtout,choice.label,prix",
        "le service etait nul,choice.word,service",
        "livraisn,choice.near-label,livraisn"
    })
    void saysWhyAndWhere(String text, String rule, String words) {
        var outcome = ChoiceReading.single(new Reply(text), Choices.of(options("topic")), "fr");

        assertThat(outcome).isInstanceOf(Outcome.Chosen.class);
        var chosen = (Outcome.Chosen) outcome;
        assertThat(chosen.rule()).isEqualTo(rule);
        assertThat(chosen.span().of(text)).isEqualTo(words);
    }

    @Test
    void readsAnything() {
        var words =
                "1 3 a b livraison delivery prix servise le the deuxième both les deux all aucune"
                        + " none et ou and or pas not sauf except parce que c'est of them à to";
        QUESTIONS.forEach((_, question) -> {
            var choices = Choices.of(question);
            AnyText.of(12, words)
                    .forEach(text -> {
                        var reply = new Reply(text);
                        assertFits(text, question, ChoiceReading.single(reply, choices, "fr"));
                        assertFits(text, question, ChoiceReading.several(reply, choices, "it"));
                    });
        });
    }

    @ParameterizedTest
    @CsvSource({"'1 ',-", "'livraison ',-", "'pas ',-", "livraison,-", "'a, ',-", "'x y z ',-"})
    void readsTenThousandCharacters(String piece, String expected) {
        var reply = new Reply(AnyText.endless(piece));

        assertThat(inShort(ChoiceReading.several(reply, Choices.of(options("topic")), "fr")))
                .isEqualTo(expected);
    }

    private static void assertFits(String text, List<Option> options, Outcome outcome) {
        var ids = options.stream().map(Option::id).toList();
        switch (outcome) {
            case Outcome.Chosen(var chosen, var span, var rule) -> {
                assertInside(text, span);
                assertThat(rule).startsWith("choice.");
                assertThat(ids).as(text).containsAll(chosen);
                assertThat(chosen).as(text).doesNotHaveDuplicates();
            }
            case Outcome.Ambiguous(var either) ->
                    assertThat(either).as(text).hasSizeGreaterThan(1).isSubsetOf(ids);
            case Outcome.None _ -> {}
        }
    }

    private static List<Option> options(String question) {
        return QUESTIONS.getOrDefault(question, List.of());
    }

    private static String inShort(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Chosen(var ids, _, _) -> ids.isEmpty() ? "none" : String.join("+", ids);
            case Outcome.Ambiguous(var ids) -> String.join("|", ids);
            case Outcome.None _ -> "-";
        };
    }
}
