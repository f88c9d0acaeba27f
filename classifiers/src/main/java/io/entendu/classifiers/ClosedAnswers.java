package io.entendu.classifiers;

import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The words in which a model may answer a question, and what each of them means. Those in capitals
 * are ours: no option has such an id.
 */
final class ClosedAnswers {

    /** Nothing can be said; a person is to be asked again. */
    static final String NONE = "NONE";

    private static final String NONE_OF_THESE = "NONE_OF_THESE";
    private static final List<Missing> PASSING =
            List.of(Missing.DONT_KNOW, Missing.SKIPPED, Missing.REFUSED);
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,4})?");

    private ClosedAnswers() {}

    /** Everything that may be said; an amount is said besides. */
    static List<String> of(Question question) {
        var values = new ArrayList<>(own(question));
        PASSING.forEach(why -> values.add(why.name()));
        values.add(NONE);
        return List.copyOf(values);
    }

    private static List<String> own(Question question) {
        return switch (question) {
            case Question.Scale scale ->
                    IntStream.rangeClosed(scale.low(), scale.high())
                            .mapToObj(String::valueOf)
                            .toList();
            case Question.YesNo _ -> List.of("yes", "no");
            case Question.Choice choice -> {
                var ids = new ArrayList<>(choice.options().stream().map(OptionId::value).toList());
                if (choice.several()) {
                    ids.add(NONE_OF_THESE);
                }
                yield ids;
            }
            case Question.Amount _, Question.OpenEnded _ -> List.of();
        };
    }

    /**
     * What these answers mean together; empty when that is nothing, or they are not of the list.
     */
    static Optional<Reading> reading(Question question, List<String> answers) {
        if (answers.size() != 1) {
            return question instanceof Question.Choice choice
                    ? chosen(choice, answers)
                    : Optional.empty();
        }
        var answer = answers.getFirst();
        return PASSING.stream()
                .filter(why -> why.name().equals(answer))
                .findFirst()
                .<Reading>map(Reading.PassedOver::new)
                .or(() -> reading(question, answer));
    }

    private static Optional<Reading> reading(Question question, String answer) {
        var listed = own(question).contains(answer);
        return switch (question) {
            case Question.Scale _ ->
                    listed
                            ? Optional.of(
                                    new Reading.Rated(Integer.parseInt(answer), Optional.empty()))
                            : Optional.empty();
            case Question.YesNo _ ->
                    listed
                            ? Optional.of(
                                    new Reading.SaidYesOrNo(answer.equals("yes"), Optional.empty()))
                            : Optional.empty();
            case Question.Choice choice ->
                    answer.equals(NONE_OF_THESE) && listed
                            ? Optional.of(new Reading.Chosen(List.of()))
                            : chosen(choice, List.of(answer));
            case Question.Amount _ ->
                    AMOUNT.matcher(answer).matches()
                            ? Optional.of(
                                    new Reading.Amounted(new BigDecimal(answer), Optional.empty()))
                            : Optional.empty();
            case Question.OpenEnded _ -> Optional.empty();
        };
    }

    /** In the survey's order; whether so many may be chosen is not asked here. */
    private static Optional<Reading> chosen(Question.Choice choice, List<String> answers) {
        var options = choice.options().stream().filter(o -> answers.contains(o.value())).toList();
        return options.isEmpty() || options.size() != answers.size()
                ? Optional.empty()
                : Optional.of(new Reading.Chosen(options));
    }
}
