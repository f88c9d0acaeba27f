package io.entendu.app.crash;

import tools.jackson.databind.JsonNode;

/** Whether every verbatim has its label once, and none was made after an opt-out. */
final class LabelCheck {

    private final Verdict verdict;

    LabelCheck(Verdict verdict) {
        this.verdict = verdict;
    }

    void check(Case one) {
        var reason = one.answer("reason");
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
            labelled = event.is("classified") || (labelled && !isPartOf(reason, event));
        }
        var isOwed = reason.path("type").asString("").equals("verbatim") && !stopped;
        if (isOwed && !(labelled && reason.has("analysis"))) {
            verdict.find(Fault.LABEL_LOST, one.who() + ": " + reason);
        }
    }

    /** Words that come too late to be added to an answer change nothing of its label. */
    private static boolean isPartOf(JsonNode reason, History.Event event) {
        return !event.text().isEmpty() && reason.path("text").asString("").contains(event.text());
    }
}
