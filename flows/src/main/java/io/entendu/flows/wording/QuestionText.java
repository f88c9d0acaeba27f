package io.entendu.flows.wording;

import java.util.Optional;

/**
 * The words of one question in one language.
 *
 * @param ask the question itself; on a scale it goes on after the two ends, so it begins in lower
 *     case
 * @param withoutRating what is asked instead when no rating came before; else {@code ask}
 * @param anchors what the ends of a scale mean; empty where there is no scale
 */
public record QuestionText(
        Template ask, Optional<Template> withoutRating, Optional<Anchors> anchors) {

    /** What the lowest and the highest number mean. */
    public record Anchors(Template low, Template high) {}
}
