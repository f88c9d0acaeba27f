package io.entendu.flows.wording;

import io.entendu.core.channel.Channel;
import io.entendu.core.survey.OptionId;
import java.util.Map;
import java.util.Optional;

/**
 * The words of one question in one language.
 *
 * @param ask the question itself; on a scale it goes on after the two ends, so it begins in lower
 *     case
 * @param withoutRating what is asked instead when no rating came before; else {@code ask}
 * @param anchors what the ends of a scale mean; empty where there is no scale
 * @param options what the options of a choice are called; empty where there is none
 * @param unit what stands behind an amount, {@code " %"}; empty where there is none
 */
public record QuestionText(
        Template ask,
        Optional<Template> withoutRating,
        Optional<Anchors> anchors,
        Map<OptionId, Template> options,
        Optional<Template> unit) {

    public QuestionText {
        options = Map.copyOf(options);
    }

    /** A question without options and unit. */
    public QuestionText(Template ask, Optional<Template> withoutRating, Optional<Anchors> anchors) {
        this(ask, withoutRating, anchors, Map.of(), Optional.empty());
    }

    /** The words of one channel. */
    public QuestionText on(Channel channel) {
        return new QuestionText(
                ask.on(channel),
                withoutRating.map(text -> text.on(channel)),
                anchors.map(ends -> new Anchors(ends.low().on(channel), ends.high().on(channel))),
                options,
                unit.map(text -> text.on(channel)));
    }

    /** What the lowest and the highest number mean. */
    public record Anchors(Template low, Template high) {}
}
