package io.entendu.flows.check;

import io.entendu.flows.wording.Template;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One text of a survey in one language.
 *
 * @param place where it stands in the file without its language: {@code questions.score.ask}
 * @param isTemplate whether braces in it are places to fill in
 */
record Passage(String place, Locale locale, String source, boolean isTemplate) {

    /** The names of its places. */
    Set<String> names() {
        return isTemplate ? Template.of(source).names() : Set.of();
    }

    /** As people read it when no fact is known. */
    String plain() {
        return isTemplate ? Template.of(source).fill(Map.of()) : source;
    }

    /** The last part of its place: {@code low} of an anchor, the option's id of a label. */
    String name() {
        return place.substring(place.lastIndexOf('.') + 1);
    }
}
