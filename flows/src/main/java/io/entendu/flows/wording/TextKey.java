package io.entendu.flows.wording;

import java.util.Locale;
import java.util.Set;

/**
 * A text that every survey has in each of its languages, its own or the shared one.
 *
 * <p>Named in files in lower case: {@code texts.fr.consent_first}.
 */
public enum TextKey {
    /** How many questions, for one and for several: {@code 2 questions}. */
    QUESTIONS_ONE,
    QUESTIONS_OTHER("n", ""),

    /**
     * How to say yes, no and STOP, by a digit where YES is a word of the carrier's own, and by word
     * or button elsewhere.
     */
    ANSWER_BY_DIGIT,
    ANSWER_BY_WORD,

    CONSENT_FIRST("sender purpose questions answer_by", ""),
    CONSENT_UNCLEAR("sender questions answer_by", "purpose"),
    CONSENT_UNCLEAR_AGAIN("sender questions answer_by", "purpose"),
    CONSENT_UNREADABLE("sender questions answer_by", "purpose"),
    CONSENT_REPEATED("sender questions answer_by", "purpose"),

    /**
     * How a question begins: the first one, one after a question without a rating, after a rating,
     * after a low one.
     */
    LEAD("", "sender"),
    LEAD_NEXT("", "sender"),
    LEAD_RATING("rating", "sender"),
    LEAD_LOW_RATING("rating", "sender"),

    SCALE_FIRST("lead question low low_anchor high high_anchor", "sender"),
    SCALE_UNCLEAR("low low_anchor high high_anchor", "sender question"),
    SCALE_UNCLEAR_AGAIN("low low_anchor high high_anchor", "sender question"),
    SCALE_UNREADABLE("low low_anchor high high_anchor", "sender question"),
    SCALE_REPEATED("question low low_anchor high high_anchor", "sender"),

    OPEN_FIRST("lead question", "sender"),
    OPEN_UNCLEAR("question", "sender"),
    OPEN_UNCLEAR_AGAIN("question", "sender"),
    OPEN_UNREADABLE("question", "sender"),
    OPEN_REPEATED("question", "sender"),

    THANK("", "sender"),
    ACCEPT_REFUSAL("", "sender"),
    LET_GO("", "sender"),
    CONFIRM_OPT_OUT("", "sender"),
    CONFIRM_OPT_IN("", "sender"),
    HELP("sender", "purpose questions"),
    /**
     * No question is open: of a survey that anybody may begin by its keyword, and of one that needs
     * an invitation.
     */
    ORIENT_OPEN("keyword", "sender"),
    ORIENT("", "sender"),
    LINK_SPENT("", "sender"),

    BUTTON_YES,
    BUTTON_NO,
    BUTTON_SKIP;

    private final String needed;
    private final String offered;

    TextKey() {
        this("", "");
    }

    /** Both as names with a blank between. */
    TextKey(String needed, String offered) {
        this.needed = needed;
        this.offered = offered;
    }

    /** The key in files: lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The values the text must name. */
    public Set<String> needed() {
        return names(needed);
    }

    /** Whether the text is given a value of this name by the survey, and not by the invitation. */
    public boolean offers(String name) {
        return names(needed).contains(name) || names(offered).contains(name);
    }

    private static Set<String> names(String list) {
        return list.isEmpty() ? Set.of() : Set.of(list.split(" "));
    }

    /**
     * Whether a person reads in this text how to hear no more from us, so that it must hold the
     * word STOP.
     */
    public boolean saysStop() {
        return this == ANSWER_BY_DIGIT || this == ANSWER_BY_WORD || this == HELP;
    }
}
