package io.entendu.app.scenario;

/** A state did not come back as it was written. Running again does not help. */
final class WireFormException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String written;
    private final String readBack;

    WireFormException(Object written, Object readBack) {
        super("a state does not come back from its wire form");
        this.written = written.toString();
        this.readBack = readBack.toString();
    }

    String written() {
        return written;
    }

    String readBack() {
        return readBack;
    }
}
