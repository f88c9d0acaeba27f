package io.entendu.persistence;

import java.net.URI;
import java.time.Duration;
import java.util.List;

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
 */
public record StoreSettings(
        Topology topology,
        List<String> uris,
        Duration commandTimeout,
        Duration claimLease,
        Duration chatPace,
        Duration dedupe,
        Duration invitationsKept,
        Duration transcriptsKept) {

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
     * invitation, 30 days a web chat.
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
                Duration.ofDays(30));
    }

    /** With another lease of a claim. */
    public StoreSettings withClaimLease(Duration lease) {
        return new StoreSettings(
                topology,
                uris,
                commandTimeout,
                lease,
                chatPace,
                dedupe,
                invitationsKept,
                transcriptsKept);
    }

    /** With another pace of a chat. */
    public StoreSettings withChatPace(Duration pace) {
        return new StoreSettings(
                topology,
                uris,
                commandTimeout,
                claimLease,
                pace,
                dedupe,
                invitationsKept,
                transcriptsKept);
    }

    /** With other periods for what lies beside the people and goes by itself. */
    public StoreSettings keeping(Duration invitations, Duration transcripts) {
        return new StoreSettings(
                topology,
                uris,
                commandTimeout,
                claimLease,
                chatPace,
                dedupe,
                invitations,
                transcripts);
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
