package io.entendu.core.conversation;

import io.entendu.core.survey.QuestionId;
import java.util.Locale;
import java.util.OptionalInt;

/** Something to be said, before it is put in words. */
public sealed interface Prompt {

    /**
     * Who asks, why, how many questions, by an automated assistant, how to stop; and whether we
     * may.
     */
    record RequestConsent(Occasion occasion) implements Prompt {}

    /**
     * A question.
     *
     * @param echo the rating just given, which the wording may repeat so that a slip can be
     *     corrected
     */
    record Ask(QuestionId question, Occasion occasion, OptionalInt echo) implements Prompt {}

    /** The end of a completed survey. */
    record Thank() implements Prompt {}

    /** A no to the consent question is fine. */
    record AcceptRefusal() implements Prompt {}

    /** No yes and no no: we leave it at that. */
    record LetGo() implements Prompt {}

    /** The opt-out is done; the last message. */
    record ConfirmOptOut() implements Prompt {}

    /** Messages may come again. */
    record ConfirmOptIn() implements Prompt {}

    /** What this is, who is behind it, how to stop. */
    record Help() implements Prompt {}

    /** The number is not that of the person meant: we are sorry, and write to it no more. */
    record RegretWrongNumber() implements Prompt {}

    /** In the language it offers: we can go on in it, and how to ask for that. */
    record OfferLanguage(Locale language) implements Prompt {}

    /** Something said beside the questions; the open one stays open. */
    record Beside(Matter matter) implements Prompt {

        /** What it is about. */
        public enum Matter {
            /** Where to find help in danger. */
            EMERGENCY,
            /** This is no person; the wish for one is noted. */
            PERSON,
            /** Who asks, and why. */
            WHO,
            /** Where the number comes from. */
            SOURCE,
            /** The request to delete data is noted. */
            DELETION,
            /** There is time. */
            LATER
        }
    }

    /** No question is open; how to begin. */
    record Orient() implements Prompt {}

    /** The link has been used, or is not one of ours. */
    record LinkSpent() implements Prompt {}

    /** Why something is asked at this moment. */
    enum Occasion {
        /** For the first time. */
        FIRST,
        /** The reply was not understood. */
        UNCLEAR,
        /** The reply was not understood again; passing over is offered. */
        UNCLEAR_AGAIN,
        /** A picture or a voice note came where words were hoped for. */
        UNREADABLE,
        /** The person came back to it. */
        REPEATED,
        /** Nothing was heard of the person for a while. */
        REMINDED,
        /** The person asked something that cannot be answered here. */
        QUESTIONED,
        /** The person was rude: sorry, and once more. */
        UPSET,
        /** A comment came without its score. */
        COMMENTED,
        /** A second number came after a rating: which of them? */
        DOUBTED,
        /** The reply fits two answers alike. */
        AMBIGUOUS
    }
}
