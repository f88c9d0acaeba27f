package io.entendu.app.crash;

/** A way in which the application may have failed somebody. */
enum Fault {
    /** Something that was said, or what it came to, is not there. */
    LOST("lost"),
    COUNTED_TWICE("counted twice"),
    /** Something reached somebody, or was made of their words, after they had opted out. */
    AFTER_STOP("after STOP"),
    /** Something is owed and does not come. */
    STUCK("stuck"),
    /** A verbatim without its label. */
    LABEL_LOST("labels lost"),
    LABEL_DOUBLED("labels doubled"),
    /** An invitation that was acknowledged and did not happen. */
    INVITATION_LOST("invitations lost"),
    /** One key, more than one invitation. */
    INVITATION_DOUBLED("invitations doubled"),
    /**
     * A timer that went off too soon, again, not at all, or for a conversation that had moved on.
     */
    TIMER_ASTRAY("timers astray"),
    /** What a provider reported last is not what is shown. */
    REPORT_LOST("reports lost"),
    /** A message that reached somebody more than once, and nothing says that it may have. */
    UNMARKED("not marked maybe sent");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
