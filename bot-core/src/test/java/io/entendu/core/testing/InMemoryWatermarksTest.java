package io.entendu.core.testing;

import io.entendu.core.channel.Watermarks;
import java.time.InstantSource;

class InMemoryWatermarksTest extends WatermarksContract {

    private final InMemoryWatermarks here = new InMemoryWatermarks(InstantSource.system());
    private final Watermarks elsewhere = here.elsewhere();

    @Override
    protected Watermarks here() {
        return here;
    }

    @Override
    protected Watermarks elsewhere() {
        return elsewhere;
    }
}
