package io.entendu.classifiers;

import io.entendu.core.analysis.Sentiment;
import java.util.List;
import java.util.Locale;

/**
 * One labelled text to learn from.
 *
 * @param themed whether somebody looked for themes in it
 * @param weight how much it counts; our own sentences are on the subject and count more
 */
record TrainingText(
        String text,
        Locale locale,
        Sentiment sentiment,
        List<String> themes,
        boolean themed,
        double weight) {

    int label() {
        return switch (sentiment) {
            case NEGATIVE -> 0;
            case NEUTRAL, MIXED -> 1;
            case POSITIVE -> 2;
        };
    }
}
