package io.entendu.flows.wording;

import java.util.EnumSet;
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
    /** Instead of consent a question came back that only people can answer. */
    CONSENT_QUESTIONED("sender questions answer_by", "purpose"),

    /**
     * How a question begins: the first one, one after a question without a rating, after a rating,
     * after a low one.
     */
    LEAD("", "sender"),
    LEAD_NEXT("", "sender"),
    LEAD_RATING("rating", "sender"),
    LEAD_LOW_RATING("rating", "sender"),

    /**
     * How a question that is asked again begins, by what came instead of an answer: nothing that
     * could be read as one, twice; no text; the wish to hear it again; a question to us; anger; a
     * comment; a second number; words that fit two options; nothing for a while.
     */
    AGAIN_UNCLEAR("", "sender"),
    AGAIN_UNCLEAR_AGAIN("", "sender"),
    AGAIN_UNREADABLE("", "sender"),
    AGAIN_REPEATED("", "sender"),
    AGAIN_QUESTIONED("", "sender"),
    AGAIN_UPSET("", "sender"),
    AGAIN_COMMENTED("", "sender"),
    AGAIN_DOUBTED("rating", "sender"),
    AGAIN_AMBIGUOUS("", "sender"),
    AGAIN_REMINDED("", "sender"),

    SCALE_FIRST("lead question low low_anchor high high_anchor", "sender"),
    SCALE_UNCLEAR("low low_anchor high high_anchor", "sender question"),
    SCALE_UNCLEAR_AGAIN("low low_anchor high high_anchor", "sender question"),
    SCALE_UNREADABLE("low low_anchor high high_anchor", "sender question"),
    SCALE_REPEATED("question low low_anchor high high_anchor", "sender"),
    SCALE_AGAIN("lead low low_anchor high high_anchor", "sender question"),

    OPEN_FIRST("lead question", "sender"),
    OPEN_UNCLEAR("question", "sender"),
    OPEN_UNCLEAR_AGAIN("question", "sender"),
    OPEN_UNREADABLE("question", "sender"),
    OPEN_REPEATED("question", "sender"),
    OPEN_AGAIN("lead question", "sender"),

    /**
     * The other kinds of questions, asked first and again. The options begin with a line break and
     * have a line each; the unit stands right behind its number, so it may begin with a blank.
     */
    YES_NO_BY_DIGIT("lead question", "sender"),
    YES_NO_BY_WORD("lead question", "sender"),
    CHOICE("lead question options", "sender"),
    CHOICES("lead question options", "sender"),
    AMOUNT("lead question low high", "sender unit"),
    /** The way out, put behind one of them when it is asked again; begins with a blank. */
    OR_SKIP,

    THANK("", "sender"),
    ACCEPT_REFUSAL("", "sender"),
    LET_GO("", "sender"),
    CONFIRM_OPT_OUT("", "sender"),
    CONFIRM_OPT_IN("", "sender"),
    HELP("sender", "purpose questions"),

    /** Somebody may be in danger: who can help instead. */
    EMERGENCY("", "sender"),
    /** A person was asked for. */
    PERSON("", "sender"),

    /** Who we are, where the address comes from, and what becomes of a wish to be forgotten. */
    PRIVACY_WHO("sender", "purpose"),
    PRIVACY_SOURCE("sender", ""),
    PRIVACY_DELETE("sender", ""),

    WRONG_NUMBER("", "sender"),
    LATER,

    /** Said in the language that it offers, not in the one that was spoken so far. */
    OFFER_LANGUAGE,

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

    private static final Set<TextKey> STOPPING =
            EnumSet.of(
                    ANSWER_BY_DIGIT,
                    ANSWER_BY_WORD,
                    HELP,
                    PRIVACY_WHO,
                    PRIVACY_SOURCE,
                    PRIVACY_DELETE,
                    LATER);

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
        return STOPPING.contains(this);
    }
}
