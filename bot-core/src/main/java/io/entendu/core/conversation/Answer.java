package io.entendu.core.conversation;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.reading.Missing;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.text.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** Yes or no. */
    record YesOrNo(QuestionId question, boolean yes, TextId raw, Instant at) implements Answer {}

    /** Options of a choice; empty for "none of these". */
    record Selection(QuestionId question, List<OptionId> options, TextId raw, Instant at)
            implements Answer {

        public Selection {
            options = List.copyOf(options);
        }
    }

    /** A quantity, in the unit that was asked for. */
    record Quantity(QuestionId question, BigDecimal value, TextId raw, Instant at)
            implements Answer {}

    /**
     * The respondent's own words, which may have come in several messages.
     *
     * @param parts in the order in which they came, at least one
     * @param revision grows with every change; a label counts only for the revision it was made for
     */
    record Verbatim(
            QuestionId question,
            List<Part> parts,
            int revision,
            Optional<Analysis> analysis,
            Instant at)
            implements Answer {

        public Verbatim {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("a verbatim has words: " + question);
            }
        }

        /** Words of one message. */
        public Verbatim(
                QuestionId question,
                TextId raw,
                Span span,
                int revision,
                Optional<Analysis> analysis,
                Instant at) {
            this(question, List.of(new Part(raw, span)), revision, analysis, at);
        }

        /** The part of the text under {@code raw} that {@code span} covers. */
        public record Part(TextId raw, Span span) {}

        public Verbatim with(Analysis label) {
            return new Verbatim(question, parts, revision, Optional.of(label), at);
        }

        /** The words, a line a message; of a text that is no longer kept there are none. */
        public String words(Map<TextId, String> texts) {
            return parts.stream()
                    .map(part -> part.span().of(texts.getOrDefault(part.raw(), "")))
                    .collect(Collectors.joining("\n"));
        }

        /** The messages as they came, a line a message. */
        public String raw(Map<TextId, String> texts) {
            return parts.stream()
                    .map(part -> texts.getOrDefault(part.raw(), ""))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** A question passed over. */
    record None(QuestionId question, Missing why, Instant at) implements Answer {}
}
