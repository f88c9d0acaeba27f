package io.entendu.flows;

/**
 * A place in a text file, as editors count: from 1, and characters outside of the basic plane as
 * one column.
 */
public record Position(int line, int column) {

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
