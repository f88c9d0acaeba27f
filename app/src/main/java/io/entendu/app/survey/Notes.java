package io.entendu.app.survey;

import io.entendu.core.survey.SurveyKey;
import io.entendu.persistence.Published;
import java.util.Locale;
import java.util.OptionalInt;

/** Revisions as the log names them. */
final class Notes {

    private Notes() {}

    static String on(Published published) {
        return revision(published.key(), published.number())
                + ", published by "
                + published.source().name().toLowerCase(Locale.ROOT)
                + " at "
                + published.at();
    }

    static String revision(SurveyKey key, OptionalInt number) {
        return number.isPresent()
                ? key.revision() + " (number " + number.getAsInt() + ")"
                : key.revision();
    }
}
