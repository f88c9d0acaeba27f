package io.entendu.app.page;

/** A live view that must be closed. */
@FunctionalInterface
public interface Watch extends AutoCloseable {

    @Override
    void close();
}
