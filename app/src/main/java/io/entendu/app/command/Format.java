package io.entendu.app.command;

/** How a report is written. */
enum Format {
    /** For people, and for editors that jump to a line. */
    TEXT,
    JSON,
    /** For code scanning. */
    SARIF
}
