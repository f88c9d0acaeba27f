package io.entendu.persistence;

/** What became of the wish to publish a revision; with the one that is current now. */
public sealed interface Publishing {

    /** The current one now. */
    Published current();

    /** It has become the current one. */
    record Done(Published current) implements Publishing {}

    /** It was the current one already; nothing was written. */
    record Unchanged(Published current) implements Publishing {}

    /** Another one stays; nothing was written. */
    record Refused(Reason reason, Published current) implements Publishing {}

    /** Why another one stays. */
    enum Reason {
        /** A file whose content was published before, and replaced since. */
        KNOWN,
        /** Its number is lower than that of the current one. */
        LOWER,
        /** A file, where the current one came by the API and has no lower number. */
        TAKEN_OVER
    }
}
