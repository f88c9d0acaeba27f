package io.entendu.core.conversation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What went on beside the questions of a conversation.
 *
 * @param courtesies how often something was said that was no question: bounded, for bots talk to
 *     bots
 * @param requests what was asked of people
 * @param otherLanguage the other language in which the person wrote last
 * @param timesInIt how many replies came in it
 */
public record Beside(
        int courtesies, Set<Request> requests, Optional<Locale> otherLanguage, int timesInIt) {

    /** Nothing yet. */
    public static final Beside NOTHING = new Beside(0, Set.of(), Optional.empty(), 0);

    /** Courtesies of one conversation: more than a person needs, few enough for a machine. */
    static final int MOST_COURTESIES = 6;

    /** Replies in another language after which it is offered. */
    static final int OFFERED_AFTER = 2;

    public Beside {
        requests = Set.copyOf(requests);
    }

    boolean isTired() {
        return courtesies >= MOST_COURTESIES;
    }

    /** Not even about danger is more said to what must be a machine. */
    boolean isSpent() {
        return courtesies >= 2 * MOST_COURTESIES;
    }

    Beside courteous() {
        return new Beside(courtesies + 1, requests, otherLanguage, timesInIt);
    }

    Beside asked(Request request) {
        var all = EnumSet.of(request);
        all.addAll(requests);
        return new Beside(courtesies, all, otherLanguage, timesInIt);
    }

    Beside heardIn(Locale language) {
        var same = otherLanguage.filter(language::equals).isPresent();
        return new Beside(courtesies, requests, Optional.of(language), same ? timesInIt + 1 : 1);
    }

    Beside understood() {
        return new Beside(courtesies, requests, Optional.empty(), 0);
    }
}
