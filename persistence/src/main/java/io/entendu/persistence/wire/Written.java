package io.entendu.persistence.wire;

/**
 * A record that writes itself, because every turn writes it; Jackson reads it as all others.
 *
 * <p>A field that is added to such a record must be added to what it writes: a test holds every
 * form against Jackson's.
 */
interface Written {

    /** Adds its fields to an object that is open. */
    void write(Fields json);
}
