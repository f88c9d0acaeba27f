package io.entendu.core.reading;

import io.entendu.core.survey.SurveyId;
import io.entendu.core.text.Span;
import java.util.Optional;

/** What one reply was taken to mean. A closed family: each case has its row in the engine. */
public sealed interface Reading {

    /** Wants no more messages. Recognised before anything else, in every phase. */
    record OptOut() implements Reading {}

    /** Wants messages again after an opt-out: START and its like. */
    record OptIn() implements Reading {}

    /** Asks what this is and how it works. */
    record HelpWanted() implements Reading {}

    /** Asks for an open survey by its keyword, in a channel where a keyword is just text. */
    record Keyword(SurveyId survey) implements Reading {}

    /**
     * Opened the conversation by the channel's own start button or link; empty when it names no
     * survey we know.
     */
    record Opened(Optional<SurveyId> survey) implements Reading {}

    /** Followed an invitation's link. Whether the token is good is not known yet. */
    record Redeemed(String token) implements Reading {

        @Override
        public String toString() {
            return "Redeemed[]";
        }
    }

    /** Yes, to the question whether we may ask. */
    record Agreed() implements Reading {}

    /** No, to the question whether we may ask. */
    record Declined() implements Reading {}

    /**
     * A number on the scale that was asked.
     *
     * @param comment where words beyond the number stand that are an answer of their own
     */
    record Rated(int value, Optional<Span> comment) implements Reading {}

    /** Words, to an open-ended question. */
    record Said() implements Reading {}

    /** Does not answer this question and says so. */
    record PassedOver(Missing why) implements Reading {}

    /** No sense could be made of it. */
    record Unclear() implements Reading {}

    /** Not a text. */
    record Unreadable() implements Reading {}

    /** A button of a question that is no longer open. */
    record OldButton() implements Reading {}
}
