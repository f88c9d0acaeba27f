package io.entendu.core.reading;

import io.entendu.core.channel.Content;

/** Takes a reply for what it means. Safe for many threads. */
public interface ReplyReader {

    /** Every content has a reading, in bounded time; never throws. */
    Interpretation read(Expectation expected, Content content);
}
