package io.entendu.app.crash;

import java.util.List;

/** Whether everything that was said is there once, in order, and came to what it meant. */
final class TalkCheck {

    private final Verdict verdict;

    TalkCheck(Verdict verdict) {
        this.verdict = verdict;
    }

    void check(Case one) {
        checkTurns(one);
        checkEnd(one);
        checkAnswers(one);
    }

    /** Every message is one turn, and turns are in the order of the store. */
    private void checkTurns(Case one) {
        var heard = one.transcript().heard();
        if (!isWhatWasSaid(one, heard)) {
            verdict.find(
                    heard.size() > one.who().messages() ? Fault.COUNTED_TWICE : Fault.LOST,
                    one.who() + ": said " + one.who().said() + ", kept " + heard);
        }
        if (!one.transcript().isInOrder()) {
            verdict.find(Fault.LOST, one.who() + ": turns are not in the order of the store");
        }
    }

    /**
     * What was said at once may be heard in any order. After STOP nothing belongs to a conversation
     * any more, nor after it has run out of patience.
     */
    private static boolean isWhatWasSaid(Case one, List<String> heard) {
        var position = 0;
        for (var together : one.who().said()) {
            var rest = heard.subList(position, Math.min(position + together.size(), heard.size()));
            var expected = together.stream().map(Transcript::told).sorted().toList();
            if (together.contains(Person.STOP)
                    && rest.equals(List.of(Transcript.told(Person.STOP)))) {
                return heard.size() == position + 1;
            }
            if (rest.isEmpty() && one.hasEndedBySilence()) {
                return true;
            }
            if (!rest.stream().sorted().toList().equals(expected)) {
                return false;
            }
            position += together.size();
        }
        return heard.size() == position;
    }

    private void checkEnd(Case one) {
        var disposition = one.response().get("disposition").asString();
        var expected = expected(one);
        if (one.who().stuck().isEmpty() && !disposition.equals(expected)) {
            verdict.find(Fault.LOST, one.who() + ": " + disposition + " and not " + expected);
        }
    }

    private static String expected(Case one) {
        if (one.hasEndedBySilence()) {
            var events = one.history().events();
            if (!one.history().hasConsentedBefore(events.size())) {
                return "expired";
            }
            return one.transcript().answers(rating(one)) ? "partial" : "break_off";
        }
        return one.who().hasStopped() && !one.transcript().answers(one.who().reason())
                ? "opted_out"
                : "complete";
    }

    private static String rating(Case one) {
        return String.valueOf(one.who().rating());
    }

    /** Whether their rating counts. */
    boolean hasRated(Case one) {
        return one.transcript().answers(rating(one));
    }

    private void checkAnswers(Case one) {
        var score = one.answer("score");
        if (hasRated(one) && score.path("value").asInt(-1) != one.who().rating()) {
            verdict.find(
                    Fault.LOST,
                    one.who() + ": the rating " + one.who().rating() + ", there is " + score);
        }
        var reason = one.answer("reason");
        one.transcript()
                .firstOf(one.who().reason(), one.who().afterthought())
                .filter(one.transcript()::answers)
                .filter(words -> !reason.path("text").asString("").contains(words))
                .ifPresent(_ ->
                        verdict.find(Fault.LOST, one.who() + ": the reason, there is " + reason));
    }
}
