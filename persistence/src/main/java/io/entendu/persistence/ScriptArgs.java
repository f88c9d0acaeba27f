package io.entendu.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/**
 * What a script is called with, written out at once: a commit has fifty arguments, and the client
 * writes each in five steps on the one thread that speaks with the server.
 */
final class ScriptArgs extends CommandArgs<String, String> {

    private static final byte[] END = {'\r', '\n'};

    private final List<byte[]> parts;
    private final byte[] written;

    ScriptArgs(String digest, List<String> keys, String... arguments) {
        super(TextCodec.INSTANCE);
        addKey(keys.getFirst()); // by which a cluster's node is found
        parts = new ArrayList<>(2 + keys.size() + arguments.length);
        part(digest);
        part(String.valueOf(keys.size()));
        keys.forEach(this::part);
        for (var argument : arguments) {
            part(argument);
        }
        written = joined();
    }

    private void part(String text) {
        parts.add(text.getBytes(UTF_8));
    }

    /** Each as {@code $length CRLF bytes CRLF}, the protocol's bulk string. */
    private byte[] joined() {
        var size = 0;
        for (var part : parts) {
            size += 1 + digits(part.length) + 2 * END.length + part.length;
        }
        var all = new byte[size];
        var at = 0;
        for (var part : parts) {
            all[at] = '$';
            at = end(all, number(all, at + 1, part.length));
            System.arraycopy(part, 0, all, at, part.length);
            at = end(all, at + part.length);
        }
        return all;
    }

    private static int digits(int number) {
        var digits = 1;
        for (var rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static int number(byte[] all, int at, int number) {
        var end = at + digits(number);
        var rest = number;
        for (var i = end - 1; i >= at; i--) {
            all[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return end;
    }

    private static int end(byte[] all, int at) {
        System.arraycopy(END, 0, all, at, END.length);
        return at + END.length;
    }

    @Override
    public int count() {
        return parts == null ? super.count() : parts.size();
    }

    @Override
    public void encode(ByteBuf buffer) {
        buffer.writeBytes(written);
    }
}
