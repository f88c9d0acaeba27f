package io.entendu.app.crash;

import java.time.Duration;

/**
 * Whether timers went off when they had to and only then: a reminder at most once, an end of
 * patience exactly once, and none for a conversation that had moved on.
 */
final class TimerCheck {

    private final Verdict verdict;

    TimerCheck(Verdict verdict) {
        this.verdict = verdict;
    }

    void check(Case one) {
        var events = one.history().events();
        for (var i = 0; i < events.size(); i++) {
            if (events.get(i).is("quiet")) {
                verdict.lookAt(Verdict.Matter.TIMERS, 1);
                checkPatience(one, i);
            }
        }
        var expected = expected(one);
        if (one.history().count("quiet") != expected) {
            astray(one, one.history().count("quiet") + " timers went off, not " + expected);
        }
    }

    /** Nothing happened for as long as the survey is patient, nor comes out later to have been. */
    private void checkPatience(Case one, int index) {
        var events = one.history().events();
        var quiet = events.get(index);
        var moved = index - 1;
        while (moved > 0 && events.get(moved).is("classified")) {
            moved--;
        }
        var waited = Duration.between(events.get(moved).at(), quiet.at());
        if (waited.compareTo(patience(one, moved)) < 0) {
            astray(one, "one went off only " + waited + " after " + events.get(moved));
        }
        events.subList(index, events.size()).stream()
                .filter(event -> event.isTheirs() && event.at().isBefore(quiet.at()))
                .forEach(event -> astray(one, "one overtook " + event));
    }

    /** How long the survey waits after this event. */
    private static Duration patience(Case one, int index) {
        var inquiry = one.who().inquiry();
        var history = one.history();
        if (history.events().get(index).is("quiet")) {
            return inquiry.expiry().minus(inquiry.reminder());
        }
        var reminded = history.events().subList(0, index).stream().anyMatch(e -> e.is("quiet"));
        return history.hasConsentedBefore(index + 1) && !reminded
                ? inquiry.reminder()
                : inquiry.expiry();
    }

    /** Once to remind somebody who has consented, once to end. */
    private static int expected(Case one) {
        var history = one.history();
        var ends = one.hasEndedBySilence() ? 1 : 0;
        return switch (one.who().manner()) {
            case SILENT_WHEN_ASKED_FOR_CONSENT -> 1;
            case SILENT_WHEN_ASKED_FOR_A_RATING, SILENT_WHEN_ASKED_FOR_A_REASON ->
                    1 + reminders(history);
            case ANSWERS_WHEN_REMINDED -> ends + reminders(history);
            case ANSWERS,
                    ANSWERS_IN_TWO_MESSAGES,
                    STOPS_WHEN_ASKED_FOR_CONSENT,
                    STOPS_WHEN_ASKED_FOR_A_RATING,
                    STOPS_WHILE_RATING,
                    STOPS_WHEN_ASKED_FOR_A_REASON,
                    STOPS_WHILE_GIVING_A_REASON ->
                    0;
        };
    }

    /** None for whoever was too late with their consent. */
    private static int reminders(History history) {
        return history.hasConsentedBefore(history.events().size()) ? 1 : 0;
    }

    private void astray(Case one, String what) {
        verdict.find(Fault.TIMER_ASTRAY, one.who() + ": " + what);
    }
}
