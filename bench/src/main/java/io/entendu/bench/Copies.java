package io.entendu.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.RestoreArgs;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Copies of real conversations under the ids of other people: the same keys, the same entries of
 * the indexes, the same message ids known for as long.
 */
final class Copies {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final int AT_ONCE = 500;
    private static final long SEEN_MS = 72L * 3600 * 1000;
    private static final List<String> KEYS = List.of("r", "tx", "log", "con", "fin", "dl", "out");

    /** Copies have begun evenly over this time. */
    static final Duration OVER = Duration.ofHours(10);

    private final Store store;
    private final int messages;

    /** By shard. */
    private final List<List<Template>> templates = new ArrayList<>();

    /** What {@code DUMP} says of somebody's keys, and when they began. */
    private record Template(Map<String, byte[]> keys, double startedAt, List<String> indexes) {}

    private Copies(Store store, int messages) {
        this.store = store;
        this.messages = messages;
    }

    /**
     * Takes everybody who is in the store as a template.
     *
     * @param messages how many each has sent, whose ids are known
     */
    static Copies of(Store store, String survey, int messages) {
        var copies = new Copies(store, messages);
        try (var bytes = store.bytes()) {
            Store.shards()
                    .mapToObj(shard -> copies.templates(shard, survey, bytes.sync()::dump))
                    .forEach(copies.templates::add);
        }
        return copies;
    }

    private interface Dump {
        byte[] of(byte[] key);
    }

    private List<Template> templates(int shard, String survey, Dump dump) {
        var found = new ArrayList<Template>();
        for (var member : store.members(shard, "ix")) {
            var respondent = member.substring(0, LENGTH);
            var keys = new HashMap<String, byte[]>();
            for (var key : KEYS) {
                var dumped = dump.of(bytes(Store.tag(shard) + key + ":" + respondent));
                if (dumped != null) {
                    keys.put(key, dumped);
                }
            }
            var began = store.connection().sync().zscore(Store.tag(shard) + "ix", member);
            found.add(new Template(keys, began, List.of("ix", "ix:" + survey)));
        }
        return found;
    }

    /** What is done to a copy besides. */
    @FunctionalInterface
    interface More {
        void of(
                int shard,
                String respondent,
                RedisAsyncCommands<byte[], byte[]> commands,
                List<RedisFuture<?>> answers);
    }

    /** Adds so many people; one conversation each, the first. */
    void add(long people, More more) {
        try (var connection = store.bytes()) {
            connection.setAutoFlushCommands(false);
            var answers = new ArrayList<RedisFuture<?>>();
            for (var i = 1L; i <= people; i++) {
                copy(connection.async(), answers, more);
                if (i % AT_ONCE == 0 || i == people) {
                    connection.flushCommands();
                    answers.forEach(answer -> answer.toCompletableFuture().join());
                    answers.clear();
                }
            }
        }
    }

    private void copy(
            RedisAsyncCommands<byte[], byte[]> commands, List<RedisFuture<?>> answers, More more) {
        var random = ThreadLocalRandom.current();
        var respondent = random();
        var shard = Store.shard(respondent);
        var tag = Store.tag(shard);
        var of = templates.get(shard);
        var template = of.get(random.nextInt(of.size()));
        template.keys.forEach((key, value) ->
                answers.add(
                        commands.restore(
                                bytes(tag + key + ":" + respondent), value, new RestoreArgs())));
        var began = template.startedAt - random.nextLong(OVER.toMillis());
        for (var index : template.indexes) {
            answers.add(commands.zadd(bytes(tag + index), began, bytes(respondent + "-1")));
        }
        for (var i = 0; i < messages; i++) {
            answers.add(
                    commands.set(
                            bytes(tag + "seen:" + random()),
                            new byte[0],
                            SetArgs.Builder.px(SEEN_MS)));
        }
        more.of(shard, respondent, commands, answers);
    }

    private static String random() {
        var id = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
