package io.entendu.persistence;

import io.entendu.persistence.StoreSettings.Topology;
import io.lettuce.core.SetArgs;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What must be true of a store before anybody is written to with it. */
final class StartCheck {

    private static final Pattern VERSION = Pattern.compile("(?m)^redis_version:(\\d+)\\.(\\d+)");
    private static final Pattern POLICY = Pattern.compile("(?m)^maxmemory_policy:(\\S+)");

    private static final Pattern NO_FILE = Pattern.compile("(?m)^aof_enabled:0");
    private static final Logger LOG = System.getLogger(StartCheck.class.getName());

    private final Redis redis;
    private final Servers servers;
    private final StoreSettings settings;

    StartCheck(Redis redis, Servers servers, StoreSettings settings) {
        this.redis = redis;
        this.servers = servers;
        this.settings = settings;
    }

    void run(Vault vault) {
        servers.masters()
                .forEach((name, server) -> {
                    version(redis.await(server.info("server")));
                    eviction(redis.await(server.info("memory")));
                    durability(name, redis.await(server.info("persistence")));
                    if (settings.topology() == Topology.CLUSTER) {
                        failover(name, redis.await(server.info("replication")));
                    }
                });
        fingerprint(vault.fingerprint());
    }

    private static void version(String said) {
        var info = VERSION.matcher(said);
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
    private static void eviction(String said) {
        var memory = POLICY.matcher(said);
        if (memory.find() && !memory.group(1).toLowerCase(Locale.ROOT).equals("noeviction")) {
            throw new StoreRefusedException(
                    "Redis would throw data away when memory is short: set maxmemory-policy to noeviction (it is "
                            + memory.group(1)
                            + ")");
        }
    }

    /** Not refused: some who run a Redis for others keep it in other ways. */
    private static void durability(String name, String said) {
        if (NO_FILE.matcher(said).find()) {
            LOG.log(
                    Level.WARNING,
                    name
                            + " keeps no append-only file: a restart of it loses answers, and STOPs. Set appendonly yes"
                            + " (docs/durability.md)");
        }
    }

    /**
     * The line is there when it is set. It narrows what a failover loses; we run without it too.
     */
    private static void failover(String name, String said) {
        if (!said.contains("min_slaves_good_slaves")) {
            LOG.log(
                    Level.WARNING,
                    name
                            + " takes writes without a replica: a master that was cut off goes on taking what a failover then"
                            + " throws away. Set min-replicas-to-write 1 (docs/durability.md)");
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
