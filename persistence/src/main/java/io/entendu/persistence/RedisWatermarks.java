package io.entendu.persistence;

import io.entendu.core.channel.Watermarks;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The watermarks of one account: a hash outside the shards, and a key that lends the work. */
final class RedisWatermarks implements Watermarks {

    private static final String TAG = "e:{marks}:";
    private static final Pattern BLANK = Pattern.compile(" ");

    private final Redis redis;
    private final Vault vault;
    private final String account;
    private final String process = UUID.randomUUID().toString();

    RedisWatermarks(Redis redis, Vault vault, String account) {
        this.redis = redis;
        this.vault = vault;
        this.account = vault.name("account", account);
    }

    @Override
    public Look look(Collection<String> senders) {
        var asked = List.copyOf(senders);
        var reply =
                redis.multi(
                        Script.LOOK,
                        List.of(TAG + account),
                        asked.stream().map(this::field).toArray(String[]::new));
        var marks = new LinkedHashMap<String, Mark>();
        for (var i = 0; i < asked.size(); i++) {
            marks.put(asked.get(i), mark(reply.text(i + 1)));
        }
        return new Look(reply.instant(0), marks);
    }

    @Override
    public void reach(Collection<String> senders, Instant until) {
        var arguments = new String[senders.size() + 1];
        arguments[0] = String.valueOf(until.toEpochMilli());
        var next = 1;
        for (var sender : senders) {
            arguments[next++] = field(sender);
        }
        redis.change(Script.REACH, List.of(TAG + account), arguments);
    }

    @Override
    public boolean lead(Duration lease) {
        return led(Math.max(1, lease.toMillis()));
    }

    @Override
    public void giveBack() {
        led(0);
    }

    private boolean led(long milliseconds) {
        return redis.await(
                        redis.<Long>start(
                                Script.LEAD,
                                List.of(TAG + "lead:" + account),
                                process,
                                String.valueOf(milliseconds)))
                == 1;
    }

    private String field(String sender) {
        return vault.name("sender", sender);
    }

    private static Mark mark(String line) {
        var words = BLANK.split(line, -1);
        return new Mark(
                Instant.ofEpochMilli(Long.parseLong(words[0])),
                Instant.ofEpochMilli(Long.parseLong(words[1])));
    }
}
