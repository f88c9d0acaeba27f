package io.entendu.app.dashboard;

import io.entendu.app.page.Watch;

/** Says that something the dashboard shows may have changed. Safe for many threads. */
public interface Changes {

    /**
     * Calls {@code listener} after each change from now on, in any process, perhaps once for many;
     * the listener never blocks.
     */
    Watch onChange(Runnable listener);
}
