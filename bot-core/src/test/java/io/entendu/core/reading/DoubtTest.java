package io.entendu.core.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.text.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DoubtTest {

    private static final QuestionId ID = new QuestionId("score");
    private static final Reading SEVEN = new Reading.Rated(7, Optional.empty());
    private static final Doubt DOUBT =
            new Doubt(new Question.Scale(ID, 0, 10), "0 to 10?", "a 7 ", Locale.ENGLISH);

    @Test
    void an_open_ended_question_leaves_no_doubt() {
        assertThatThrownBy(() ->
                        new Doubt(new Question.OpenEnded(ID, 100), "Why?", "so", Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource
    void admits(Interpretation said, boolean admitted) {
        assertThat(DOUBT.admits(said)).isEqualTo(admitted);
    }

    static Stream<Arguments> admits() {
        return Stream.of(
                argumentSet("a rating with its words", said(SEVEN, 2, 3), true),
                argumentSet("no words", said(SEVEN, 2, 2), false),
                argumentSet("a blank", said(SEVEN, 3, 4), false),
                argumentSet("words beyond the end", said(SEVEN, 2, 9), false),
                argumentSet(
                        "a rule of ours",
                        new Interpretation(SEVEN, "scale.number", new Span(2, 3)),
                        false),
                argumentSet("consent", said(new Reading.Agreed(), 2, 3), false),
                argumentSet("an opt-out", said(new Reading.OptOut(), 2, 3), false),
                argumentSet("a correction", said(new Reading.Corrected(ID, 7), 2, 3), false));
    }

    @Test
    void it_tells_no_words_of_anybody() {
        assertThat(DOUBT.toString()).doesNotContain("a 7");
    }

    private static Interpretation said(Reading reading, int start, int end) {
        return new Interpretation(reading, LastResort.RULE + "test", new Span(start, end));
    }
}
