package io.entendu.persistence;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.ChatTranscripts;
import io.entendu.persistence.wire.Codec;
import java.util.List;
import java.util.function.Consumer;

/** Web chats, each in the shard of its visitor's pseudonym. */
final class RedisChatTranscripts implements ChatTranscripts {

    private final Redis redis;
    private final Vault vault;
    private final Codec codec;
    private final Broadcast broadcast;
    private final StoreSettings settings;

    RedisChatTranscripts(
            Redis redis, Vault vault, Codec codec, Broadcast broadcast, StoreSettings settings) {
        this.redis = redis;
        this.vault = vault;
        this.codec = codec;
        this.broadcast = broadcast;
        this.settings = settings;
    }

    @Override
    public void add(Address visitor, Bubble bubble) {
        var name = name(visitor);
        var shard = Shard.of(name);
        redis.change(
                Script.BUBBLE,
                List.of(shard.transcript(name), shard.transcriptIds(name)),
                bubble.id(),
                codec.bubble(bubble),
                String.valueOf(LIMIT),
                String.valueOf(settings.transcriptsKept().toMillis()),
                channel(name));
    }

    @Override
    public List<Bubble> of(Address visitor) {
        var name = name(visitor);
        return redis.await(redis.commands().lrange(Shard.of(name).transcript(name), 0, -1)).stream()
                .map(line -> codec.bubble(line.substring(line.indexOf('\n') + 1)))
                .toList();
    }

    @Override
    public Watch watch(Address visitor, Consumer<Bubble> listener) {
        var stop =
                broadcast.listen(
                        channel(name(visitor)), json -> listener.accept(codec.bubble(json)));
        return stop::run;
    }

    private String name(Address visitor) {
        return vault.of(visitor).value();
    }

    private static String channel(String name) {
        return "e:chat:" + name;
    }
}
