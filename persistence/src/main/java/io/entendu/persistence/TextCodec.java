package io.entendu.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.codec.RedisCodec;
import java.nio.ByteBuffer;

/**
 * Texts as UTF-8. The client's own codec asks for a buffer for each argument, of which a turn has a
 * hundred.
 */
final class TextCodec implements RedisCodec<String, String> {

    static final TextCodec INSTANCE = new TextCodec();

    private TextCodec() {}

    @Override
    public String decodeKey(ByteBuffer bytes) {
        var copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return new String(copy, UTF_8);
    }

    @Override
    public String decodeValue(ByteBuffer bytes) {
        return decodeKey(bytes);
    }

    @Override
    public ByteBuffer encodeKey(String key) {
        return ByteBuffer.wrap(key.getBytes(UTF_8));
    }

    @Override
    public ByteBuffer encodeValue(String value) {
        return encodeKey(value);
    }
}
