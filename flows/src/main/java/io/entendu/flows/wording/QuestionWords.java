package io.entendu.flows.wording;

import io.entendu.core.survey.OptionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question in words, without what stands around it in a message.
 *
 * @param ask the question itself, as a sentence
 * @param withoutRating what is asked instead when no rating came before; empty where it is the same
 * @param anchors what the lowest and the highest number of a scale mean; empty where there is none
 * @param options what the options of a choice are called; empty where there is none
 * @param unit what stands behind an amount, with the blank before it; else empty
 */
public record QuestionWords(
        String ask,
        Optional<String> withoutRating,
        List<String> anchors,
        Map<OptionId, String> options,
        String unit) {

    public QuestionWords {
        anchors = List.copyOf(anchors);
        options = Map.copyOf(options);
    }

    /** The name of an option, or its id for want of one. */
    public String name(OptionId option) {
        return options.getOrDefault(option, option.value());
    }
}
