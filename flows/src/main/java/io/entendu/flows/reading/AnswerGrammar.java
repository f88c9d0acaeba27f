package io.entendu.flows.reading;

import io.entendu.core.survey.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the answers of one question may be said, prepared once for many replies. Immutable.
 *
 * <p>A number, a yes or own words need no preparation; names of options and points do.
 */
public final class AnswerGrammar {

    /** The usual sets of labels and how many points they have, from 1. */
    private static final Map<String, Integer> STANDARD =
            new TreeMap<>(Map.of("satisfaction5", 5, "agreement7", 7, "ease7", 7));

    /** Nothing has a name of its own. */
    public static final AnswerGrammar PLAIN =
            new AnswerGrammar(List.of(), Choices.of(List.of()), Set.of());

    private final List<ScaleLabels> labels;
    private final Choices choices;
    private final Set<String> units;

    private AnswerGrammar(List<ScaleLabels> labels, Choices choices, Set<String> units) {
        this.labels = List.copyOf(labels);
        this.choices = choices;
        this.units = Set.copyOf(units);
    }

    /**
     * The points of a scale and what they are called, in any language.
     *
     * @param standard a usual set, which comes first
     */
    public static AnswerGrammar ofScale(
            Map<Integer, List<String>> points, Optional<String> standard) {
        var labels = new ArrayList<ScaleLabels>();
        standard.map(ScaleLabels::standard).ifPresent(labels::add);
        labels.add(ScaleLabels.of(points));
        return new AnswerGrammar(labels, PLAIN.choices, Set.of());
    }

    /**
     * The options of a choice and what they are called.
     *
     * @param names of each option, in the order of the question, the conversation's language first
     */
    public static AnswerGrammar ofChoice(Question.Choice choice, List<List<String>> names) {
        var options =
                IntStream.range(0, choice.options().size())
                        .mapToObj(i ->
                                new ChoiceReading.Option(
                                        choice.options().get(i).value(), names.get(i)))
                        .toList();
        return new AnswerGrammar(List.of(), Choices.of(options), Set.of());
    }

    /** An amount and the words for its unit. */
    public static AnswerGrammar ofAmount(Set<String> units) {
        var folded =
                units.stream().map(AnswerGrammar::fold).collect(Collectors.toUnmodifiableSet());
        return new AnswerGrammar(List.of(), PLAIN.choices, folded);
    }

    /** As replies are folded: lower case, without accents; a sign stays a sign. */
    private static String fold(String unit) {
        var tokens = new Reply(unit).tokens();
        return tokens.isEmpty() ? unit : tokens.getFirst().text();
    }

    /** The usual sets of labels, by name. */
    public static List<String> standardNames() {
        return List.copyOf(STANDARD.keySet());
    }

    /** How many points a usual set has, from 1; 0 when there is none of this name. */
    public static int standardPoints(String name) {
        return STANDARD.getOrDefault(name, 0);
    }

    Choices choices() {
        return choices;
    }

    Set<String> units() {
        return units;
    }

    /** The point of the scale that a reply names. */
    Optional<ScaleLabels.Found> label(Reply reply) {
        return labels.stream().flatMap(set -> set.read(reply).stream()).findFirst();
    }
}
