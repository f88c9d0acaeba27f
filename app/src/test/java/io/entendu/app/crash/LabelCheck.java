package io.entendu.app.crash;

/** Whether every verbatim has its label once, and none was made after an opt-out. */
final class LabelCheck {

    private final Verdict verdict;

    LabelCheck(Verdict verdict) {
        this.verdict = verdict;
    }

    void check(Case one) {
        var stopped = false;
        var labelled = false;
        for (var event : one.history().events()) {
            stopped |= event.isOptOut();
            if (event.is("classified")) {
                verdict.lookAt(Verdict.Matter.LABELS, 1);
                if (stopped) {
                    verdict.find(Fault.AFTER_STOP, one.who() + ": labelled " + event);
                } else if (labelled) {
                    verdict.find(Fault.LABEL_DOUBLED, one.who() + ": " + event);
                }
            }
            labelled = event.is("classified") || (labelled && !event.isTheirs());
        }
        var reason = one.answer("reason");
        var isOwed = reason.path("type").asString("").equals("verbatim") && !stopped;
        if (isOwed && !(labelled && reason.has("analysis"))) {
            verdict.find(Fault.LABEL_LOST, one.who() + ": " + reason);
        }
    }
}
