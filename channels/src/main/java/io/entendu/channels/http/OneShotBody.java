package io.entendu.channels.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A body that leaves at most once and remembers whether it began to. For one call. */
public final class OneShotBody extends RequestBody {

    private final MediaType type;
    private final byte[] bytes;
    private volatile boolean began;

    public OneShotBody(MediaType type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes.clone();
    }

    boolean began() {
        return began;
    }

    @Override
    public MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        began = true;
        sink.write(bytes);
    }
}
