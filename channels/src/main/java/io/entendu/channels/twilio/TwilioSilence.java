package io.entendu.channels.twilio;

/** Carries the lack of an answer through the SDK. Caught in this package. */
final class TwilioSilence extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean left;

    TwilioSilence(boolean left) {
        super(left ? "no answer of Twilio" : "Twilio was not reached");
        this.left = left;
    }

    /**
     * Whether the call left us, so that Twilio may have done what was asked; repeating a send may
     * then send twice.
     */
    boolean left() {
        return left;
    }
}
