package io.entendu.flows.reading;

import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.Question.Scale;
import java.util.Optional;

/** Reads numbers that are about a rating given before the question that is open now. */
final class EarlierReading {

    private interface Grammar {
        Optional<Correction.Found> read(Reply reply, int low, int high, String language);
    }

    private EarlierReading() {}

    /** The message says that the rating was wrong. */
    static Optional<Interpretation> corrected(Expectation.Answer expected, Reply reply) {
        return expected.earlier()
                .map(Expectation.Earlier::question)
                .flatMap(question ->
                        read(Correction::read, question, expected, reply)
                                .map(found ->
                                        new Interpretation(
                                                new Reading.Corrected(question.id(), found.value()),
                                                "correction.said",
                                                found.span())));
    }

    /** The message is but another number, and came so soon that it may be the same thought. */
    static Optional<Interpretation> secondNumber(Expectation.Answer expected, Reply reply) {
        return expected.earlier()
                .filter(Expectation.Earlier::justNow)
                .map(Expectation.Earlier::question)
                .flatMap(question ->
                        read(Correction::bare, question, expected, reply)
                                .map(found ->
                                        new Interpretation(
                                                new Reading.SecondNumber(
                                                        question.id(), found.value()),
                                                "correction.second-number",
                                                found.span())));
    }

    private static Optional<Correction.Found> read(
            Grammar grammar, Scale question, Expectation.Answer expected, Reply reply) {
        return grammar.read(
                reply, question.low(), question.high(), expected.locale().getLanguage());
    }
}
