package io.entendu.core.reading;

import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
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

    /** Wants to go on in another language, which the survey speaks. */
    record LanguageWanted(Locale locale) implements Reading {}

    /** Is not the person we think: the number is somebody else's. */
    record WrongNumber() implements Reading {}

    /** A button, or a message edited later, of a question that is no longer open. */
    record OldButton() implements Reading {}

    /** No person wrote this: out of office, driving, mailbox not read. Never answered. */
    record AutoReplied() implements Reading {}

    /** Something asked of us or of people that leaves the open question open. */
    sealed interface Aside extends Reading {}

    /** Is in danger, or tells of somebody who is. */
    record InEmergency() implements Aside {}

    /** Wants to talk to a person, to be called, or to have something done for them. */
    record PersonWanted() implements Aside {}

    /** Asks about us or about their data. */
    record PrivacyAsked(Topic topic) implements Aside {

        /** What is asked. */
        public enum Topic {
            /** Who are you, is this a robot, is it a fraud. */
            WHO,
            /** Where did you get my number. */
            SOURCE,
            /** Delete what you have on me. */
            DELETION
        }
    }

    /** Will answer another time. */
    record Postponed() implements Aside {}

    /** What answers the open question, or was meant to. */
    sealed interface Answering extends Reading {}

    /** Yes, to the question whether we may ask. */
    record Agreed() implements Answering {}

    /** No, to the question whether we may ask. */
    record Declined() implements Answering {}

    /**
     * A number on the scale that was asked.
     *
     * @param comment where words beyond the number stand that are an answer of their own
     */
    record Rated(int value, Optional<Span> comment) implements Answering {}

    /** Yes or no to a question of the survey; {@code comment} as with a rating. */
    record SaidYesOrNo(boolean yes, Optional<Span> comment) implements Answering {}

    /** Options of a choice, each once, in the survey's order; empty for "none of these". */
    record Chosen(List<OptionId> options) implements Answering {

        public Chosen {
            options = List.copyOf(options);
        }
    }

    /** A quantity within the limits that were asked for; {@code comment} as with a rating. */
    record Amounted(BigDecimal value, Optional<Span> comment) implements Answering {}

    /** Words, to an open-ended question. */
    record Said() implements Answering {}

    /** Further words to the answer given just before; people press enter often. */
    record SaidMore() implements Answering {}

    /** Does not answer this question and says so. */
    record PassedOver(Missing why) implements Answering {}

    /** Says that a rating given earlier should be this one. */
    record Corrected(QuestionId question, int value) implements Answering {}

    /**
     * A number again, right after a rating, that does not say whether it replaces it.
     *
     * @param question the one rated before
     */
    record SecondNumber(QuestionId question, int value) implements Answering {}

    /** Words where a number or a choice was asked: a comment without its score. */
    record Commented() implements Answering {}

    /** Asks us something instead of answering. */
    record Questioned() implements Answering {}

    /** Nothing but insults. */
    record Abusive() implements Answering {}

    /** Could mean several of the options alike. */
    record Ambiguous() implements Answering {}

    /** No sense could be made of it. */
    record Unclear() implements Answering {}

    /** Not a text. */
    record Unreadable() implements Answering {}
}
