package io.entendu.persistence;

import io.lettuce.core.SetArgs;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What must be true of a store before anybody is written to with it. */
final class StartCheck {

    private static final Pattern VERSION = Pattern.compile("(?m)^redis_version:(\\d+)\\.(\\d+)");
    private static final Pattern POLICY = Pattern.compile("(?m)^maxmemory_policy:(\\S+)");

    private final Redis redis;

    StartCheck(Redis redis) {
        this.redis = redis;
    }

    void run(Vault vault) {
        version();
        eviction();
        fingerprint(vault.fingerprint());
    }

    private void version() {
        var info = VERSION.matcher(redis.await(redis.commands().info("server")));
        if (info.find()) {
            int[] version = {Integer.parseInt(info.group(1)), Integer.parseInt(info.group(2))};
            if (Arrays.compare(version, new int[] {6, 2}) < 0) {
                throw new StoreRefusedException(
                        "Redis 6.2 or newer is needed, this one is "
                                + version[0]
                                + "."
                                + version[1]);
            }
        }
    }

    /** A store that forgets what it likes is no system of record. */
    private void eviction() {
        var memory = POLICY.matcher(redis.await(redis.commands().info("memory")));
        if (memory.find() && !memory.group(1).toLowerCase(Locale.ROOT).equals("noeviction")) {
            throw new StoreRefusedException(
                    "Redis would throw data away when memory is short: set maxmemory-policy to noeviction (it is "
                            + memory.group(1)
                            + ")");
        }
    }

    /**
     * With other secrets everybody would be a stranger and every STOP forgotten. This also shows
     * that the store takes writes.
     */
    private void fingerprint(String ours) {
        var key = Shard.ALL.getFirst().fingerprint();
        redis.await(redis.commands().set(key, ours, SetArgs.Builder.nx()));
        if (!ours.equals(redis.await(redis.commands().get(key)))) {
            throw new StoreRefusedException(
                    "this store was filled with other secrets: entendu.privacy.pepper or entendu.privacy.encryption-key differ from"
                            + " those it was begun with, and nobody would be recognised");
        }
    }
}
