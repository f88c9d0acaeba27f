package io.entendu.app.crash;

import java.time.Duration;

/** A survey that people take. */
enum Inquiry {
    /** A seed: nobody is given up within a run. */
    PATIENT("nps-after-call", Duration.ofDays(3), Duration.ofDays(3)),
    /** As impatient as a survey may be: no patience is shorter than a minute. */
    HASTY("nps-hasty", Duration.ofSeconds(60), Duration.ofSeconds(75));

    /** Of {@link #HASTY}; the other one is there. */
    static final String FILE =
            """
            id: nps-hasty
            open: true
            metric: nps
            sender: Acme
            locales: [fr]
            patience: {reminder: 60s, expiry: 75s}
            """;

    private final String id;
    private final Duration reminder;
    private final Duration expiry;

    Inquiry(String id, Duration reminder, Duration expiry) {
        this.id = id;
        this.reminder = reminder;
        this.expiry = expiry;
    }

    String id() {
        return id;
    }

    /** The silence after which somebody who has consented is reminded. */
    Duration reminder() {
        return reminder;
    }

    /** The silence after which a conversation ends. */
    Duration expiry() {
        return expiry;
    }
}
