package io.entendu.core.conversation;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.reading.Missing;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.text.Span;
import java.time.Instant;
import java.util.Optional;

/**
 * A reply understood for a question. The words themselves lie apart, under {@link TextId}, with
 * their own retention.
 */
public sealed interface Answer {

    QuestionId question();

    /** When the reply was received. */
    Instant at();

    /** A number on a scale; {@code raw} is where the reply as typed lies. */
    record Rating(QuestionId question, int value, TextId raw, Instant at) implements Answer {}

    /**
     * The respondent's own words: the part of the text under {@code raw} that {@code span} covers.
     *
     * @param revision grows with every correction; a label counts only for the revision it was made
     *     for
     */
    record Verbatim(
            QuestionId question,
            TextId raw,
            Span span,
            int revision,
            Optional<Analysis> analysis,
            Instant at)
            implements Answer {

        public Verbatim with(Analysis label) {
            return new Verbatim(question, raw, span, revision, Optional.of(label), at);
        }
    }

    /** A question passed over. */
    record None(QuestionId question, Missing why, Instant at) implements Answer {}
}
