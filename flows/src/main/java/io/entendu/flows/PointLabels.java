package io.entendu.flows;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the points of a scale are called, so that a label can be the answer. */
sealed interface PointLabels {

    /** Only numbers. */
    record None() implements PointLabels {}

    /** A usual set, known in every language: {@code satisfaction5}. */
    record Standard(String name) implements PointLabels {}

    /** The survey's own, from the lowest point to the highest, in each of its languages. */
    record Own(Map<Locale, List<String>> byLanguage) implements PointLabels {

        public Own {
            byLanguage = Map.copyOf(byLanguage);
        }
    }
}
