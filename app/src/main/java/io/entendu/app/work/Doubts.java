package io.entendu.app.work;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.SentLookup;
import io.entendu.core.channel.SentLookup.Finding;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.OutboxState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides about messages of which nobody knows whether they were sent: asks the provider where it
 * can be asked, else follows the settings. Safe for many threads.
 */
public final class Doubts {

    /** A provider needs a moment to list what it took, and its report may come meanwhile. */
    static final Duration SETTLING = Duration.ofSeconds(10);

    private static final Duration ASKED_AGAIN = Duration.ofSeconds(30);

    /** After so long a provider that cannot be asked is one that cannot tell. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    /** Clocks differ, and the provider's has whole seconds only. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final Map<Channel, SentLookup> lookups = new EnumMap<>(Channel.class);
    private final Outbox outbox;
    private final Policy policy;

    /** Whether to send what may have been sent: an invitation had better not come twice. */
    public record Policy(boolean resendsMessages, boolean resendsInvitations) {}

    public Doubts(List<SentLookup> lookups, Outbox outbox, Policy policy) {
        for (var lookup : lookups) {
            lookup.channels().forEach(channel -> this.lookups.put(channel, lookup));
        }
        this.outbox = outbox;
        this.policy = policy;
    }

    /** What to do with a message in doubt. */
    sealed interface Verdict {

        /** It was not taken, or may come twice. */
        record Send() implements Verdict {}

        record Arrived(String providerMessageId) implements Verdict {}

        record Later(Instant at) implements Verdict {}

        /** Staff has to decide. */
        record Leave() implements Verdict {}
    }

    /** Whether the provider of this channel can be asked. */
    boolean canAsk(Channel channel) {
        return lookups.containsKey(channel);
    }

    Verdict about(Claim claim, OutboundMessage message, Instant now) {
        var entry = claim.entry();
        var lookup = Optional.ofNullable(lookups.get(entry.channel()));
        if (lookup.isEmpty()) {
            return byPolicy(claim);
        }
        return switch (lookup.get().find(message, entry.due().minus(TOLERANCE))) {
            case Finding.Listed(var ids) -> found(claim, ids);
            case Finding.Unknown _ ->
                    now.isAfter(entry.due().plus(PATIENCE))
                            ? byPolicy(claim)
                            : new Verdict.Later(now.plus(ASKED_AGAIN));
        };
    }

    /** An earlier message may have had the same words. */
    private Verdict found(Claim claim, List<String> ids) {
        var known =
                outbox.of(claim.respondent()).stream()
                        .map(OutboxState::providerMessageId)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet());
        return ids.stream()
                .filter(id -> !known.contains(id))
                .findFirst()
                .<Verdict>map(Verdict.Arrived::new)
                .orElseGet(Verdict.Send::new);
    }

    /** A web chat shows the same message once, however often it is sent. */
    private Verdict byPolicy(Claim claim) {
        var resends =
                claim.entry().invited() ? policy.resendsInvitations() : policy.resendsMessages();
        return resends || claim.entry().channel() == Channel.WEB
                ? new Verdict.Send()
                : new Verdict.Leave();
    }
}
