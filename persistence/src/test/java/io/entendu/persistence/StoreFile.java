package io.entendu.persistence;

import io.lettuce.core.Range;
import io.lettuce.core.ScoredValue;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole store as a text file, so that what an earlier version wrote can be read by this one: of
 * every key its kind and what it holds, and whether it expires. Keys and fields are in order, so
 * that two files can be compared.
 */
final class StoreFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Long enough for a test; how long it really was is not what the file is about. */
    private static final long EXPIRES_MS = 3_600_000;

    private StoreFile() {}

    /** Everything that lies in a server. */
    static String dump(RedisCommands<String, String> redis) {
        var keys = new TreeMap<String, Map<String, Object>>();
        for (var key : redis.keys("*")) {
            var held = new TreeMap<String, Object>();
            held.put(redis.type(key), contents(redis, key));
            if (redis.pttl(key) > 0) {
                held.put("expires", true);
            }
            keys.put(key, held);
        }
        return JSON.writeValueAsString(keys) + "\n";
    }

    private static Object contents(RedisCommands<String, String> redis, String key) {
        return switch (redis.type(key)) {
            case "string" -> redis.get(key);
            case "hash" -> new TreeMap<>(redis.hgetall(key));
            case "list" -> redis.lrange(key, 0, -1);
            case "set" -> redis.smembers(key).stream().sorted().toList();
            case "zset" -> scores(redis.zrangebyscoreWithScores(key, Range.unbounded()));
            default -> throw new IllegalStateException("a kind we never write: " + key);
        };
    }

    private static Map<String, Long> scores(List<ScoredValue<String>> members) {
        var scores = new TreeMap<String, Long>();
        members.forEach(m -> scores.put(m.getValue(), (long) m.getScore()));
        return scores;
    }

    /** Fills an empty server. */
    static void load(Path file, RedisCommands<String, String> redis) {
        for (var entry : tree(file).properties()) {
            for (var held : entry.getValue().properties()) {
                put(redis, entry.getKey(), held.getKey(), held.getValue());
            }
            if (entry.getValue().has("expires")) {
                redis.pexpire(entry.getKey(), EXPIRES_MS);
            }
        }
    }

    private static void put(
            RedisCommands<String, String> redis, String key, String kind, JsonNode value) {
        switch (kind) {
            case "string" -> redis.set(key, value.asString());
            case "hash" ->
                    value.properties()
                            .forEach(f -> redis.hset(key, f.getKey(), f.getValue().asString()));
            case "list" -> texts(value).forEach(line -> redis.rpush(key, line));
            case "set" -> texts(value).forEach(member -> redis.sadd(key, member));
            case "zset" ->
                    value.properties()
                            .forEach(m -> redis.zadd(key, m.getValue().asDouble(), m.getKey()));
            case "expires" -> {} // after everything else
            default -> throw new IllegalStateException("a kind we never write: " + kind);
        }
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
