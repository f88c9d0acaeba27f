package io.entendu.persistence;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the store is and how patient we are with it.
 *
 * @param uris {@code redis://} or {@code rediss://}, with user and password where the server asks
 *     for them; several only for a cluster
 * @param commandTimeout after which a call fails as unavailable
 * @param claimLease how long a worker may take to send one message; longer than any sender's
 *     time-out
 * @param chatPace how long a chat is left alone after a message before the next; 0 for not at all
 * @param dedupe how long a message is known, so that the same one does nothing
 * @param invitationsKept how long an invitation can be found
 * @param transcriptsKept how long a web chat stays after its last message
 * @param replication what has to be copied before it counts
 * @param authorities PEM file of the authorities that may have signed the server's certificate;
 *     those of the JVM without one
 */
public record StoreSettings(
        Topology topology,
        List<String> uris,
        Duration commandTimeout,
        Duration claimLease,
        Duration chatPace,
        Duration dedupe,
        Duration invitationsKept,
        Duration transcriptsKept,
        Replication replication,
        Optional<Path> authorities) {

    /**
     * How many replicas must have a message, a turn or a claim before it counts.
     *
     * @param replicas 0 for none
     * @param timeout how long they may take; the call fails as unavailable then
     */
    public record Replication(int replicas, Duration timeout) {

        public static final Replication NONE = new Replication(0, Duration.ZERO);

        public Replication {
            if (replicas < 0 || (replicas > 0 && timeout.toMillis() < 1)) {
                throw new IllegalArgumentException(
                        "not a replication: " + replicas + " replicas in " + timeout);
            }
        }
    }

    /** How the store is run. */
    public enum Topology {
        /** By ourselves, see {@link EmbeddedRedis}. */
        EMBEDDED,
        /** One server. */
        STANDALONE,
        /** Redis Cluster. */
        CLUSTER
    }

    public StoreSettings {
        uris = List.copyOf(uris);
        if (uris.isEmpty() || (topology != Topology.CLUSTER && uris.size() > 1)) {
            throw new IllegalArgumentException(
                    "one URI is needed, or several for a cluster, not " + uris.size());
        }
        for (var uri : uris) {
            if (!uri.startsWith("redis://") && !uri.startsWith("rediss://")) {
                throw new IllegalArgumentException(
                        "a store's URI begins with redis:// or rediss://, not " + scheme(uri));
            }
        }
    }

    /**
     * With the usual time-outs: 2 s a command, 30 s a claim, no pace, 72 h a message id, a year an
     * invitation, 30 days a web chat; in a cluster, one replica within a second.
     */
    public static StoreSettings of(Topology topology, List<String> uris) {
        return new StoreSettings(
                topology,
                uris,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ZERO,
                Duration.ofDays(3),
                Duration.ofDays(365),
                Duration.ofDays(30),
                topology == Topology.CLUSTER
                        ? new Replication(1, Duration.ofSeconds(1))
                        : Replication.NONE,
                Optional.empty());
    }

    /** With another lease of a claim. */
    public StoreSettings withClaimLease(Duration lease) {
        return with(lease, chatPace, invitationsKept, transcriptsKept, replication, authorities);
    }

    /** With another pace of a chat. */
    public StoreSettings withChatPace(Duration pace) {
        return with(claimLease, pace, invitationsKept, transcriptsKept, replication, authorities);
    }

    /** With other periods for what lies beside the people and goes by itself. */
    public StoreSettings keeping(Duration invitations, Duration transcripts) {
        return with(claimLease, chatPace, invitations, transcripts, replication, authorities);
    }

    /** With other demands on replicas. */
    public StoreSettings withReplication(Replication demanded) {
        return with(claimLease, chatPace, invitationsKept, transcriptsKept, demanded, authorities);
    }

    /** With authorities of its own. */
    public StoreSettings withAuthorities(Path file) {
        return with(
                claimLease,
                chatPace,
                invitationsKept,
                transcriptsKept,
                replication,
                Optional.of(file));
    }

    private StoreSettings with(
            Duration lease,
            Duration pace,
            Duration invitations,
            Duration transcripts,
            Replication demanded,
            Optional<Path> files) {
        return new StoreSettings(
                topology,
                uris,
                commandTimeout,
                lease,
                pace,
                dedupe,
                invitations,
                transcripts,
                demanded,
                files);
    }

    private static String scheme(String uri) {
        var colon = uri.indexOf("://");
        return colon < 0
                ? "something without a scheme"
                : URI.create(uri.substring(0, colon) + ":x").getScheme();
    }

    /** Hidden: a URI may carry a password. */
    @Override
    public String toString() {
        return "StoreSettings[" + topology + "]";
    }
}
