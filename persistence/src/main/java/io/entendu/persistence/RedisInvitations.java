package io.entendu.persistence;

import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.respondent.Epoch;
import io.entendu.core.respondent.RespondentId;
import io.entendu.persistence.wire.Codec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Invitations, each in the shard of its token's pseudonym; the token stands in no key. */
final class RedisInvitations implements Invitations {

    /** The port promises 24 hours; the second day is for clocks and retries. */
    private static final Duration KEYS_KEPT = Duration.ofDays(2);

    /** Invitations and references remembered with a person: far more than caps allow. */
    private static final int OWN_KEPT = 200;

    private final Redis redis;
    private final Vault vault;
    private final Codec codec;
    private final StoreSettings settings;

    RedisInvitations(Redis redis, Vault vault, Codec codec, StoreSettings settings) {
        this.redis = redis;
        this.vault = vault;
        this.codec = codec;
        this.settings = settings;
    }

    @Override
    public Reserved reserve(String idempotencyKey, String bodyHash, InvitationId id) {
        var name = vault.name("idempotency", idempotencyKey);
        var body = vault.name("body", bodyHash);
        var found =
                redis.value(
                        Script.RESERVE,
                        List.of(Shard.of(name).idempotency(name)),
                        body + " " + vault.seal(id.value()),
                        String.valueOf(KEYS_KEPT.toMillis()));
        return found.map(known -> reserved(known, body)).orElseGet(Reserved.Fresh::new);
    }

    private Reserved reserved(String known, String body) {
        var blank = known.indexOf(' ');
        return known.substring(0, blank).equals(body)
                ? new Reserved.Same(new InvitationId(vault.open(known.substring(blank + 1))))
                : new Reserved.Different();
    }

    @Override
    public void keep(Invitation invitation) {
        redis.change(
                Script.KEEP,
                List.of(key(invitation.id())),
                codec.invitation(invitation),
                String.valueOf(settings.invitationsKept().toMillis()));
    }

    @Override
    public void decided(InvitationId id, Decision decision) {
        redis.change(Script.DECIDED, List.of(key(id)), codec.decision(decision));
    }

    @Override
    public Optional<Kept> find(InvitationId id) {
        var fields = redis.await(redis.commands().hgetall(key(id)));
        return Optional.ofNullable(fields.get("j"))
                .map(json ->
                        new Kept(
                                codec.invitation(json),
                                Optional.ofNullable(fields.get("d")).map(codec::decision),
                                Optional.ofNullable(fields.get("by")).map(RespondentId::new)));
    }

    @Override
    public Optional<Invitation> take(InvitationId id, RespondentId by, long version) {
        return redis.value(Script.TAKE, List.of(key(id)), by.value())
                .map(codec::invitation)
                .filter(taken -> own(taken, by, String.valueOf(Epoch.of(version).number())));
    }

    @Override
    public void belongs(Invitation invitation, RespondentId to) {
        own(invitation, to, "");
        redis.change(Script.TAKE, List.of(key(invitation.id())), to.value());
    }

    /** The person first, so that an erasure finds whatever is written after it. */
    private boolean own(Invitation invitation, RespondentId whose, String epoch) {
        var theirs = Belongings.of(invitation, vault);
        var shard = Shard.of(whose);
        var arguments = new ArrayList<>(List.of(whose.value(), epoch, String.valueOf(OWN_KEPT)));
        arguments.addAll(theirs.words());
        var kept =
                redis.<Long>start(
                        Script.MINE,
                        List.of(shard.respondent(whose), shard.idle()),
                        arguments.toArray(String[]::new));
        if (redis.await(kept) == 0) {
            redis.change(Script.FORGET, List.of(key(invitation.id())), whose.value(), "GIVE_BACK");
            return false;
        }
        for (var name : theirs.references()) {
            redis.await(redis.commands().sadd(Shard.of(name).reference(name), whose.value()));
        }
        return true;
    }

    private String key(InvitationId id) {
        return Belongings.invitationKey(Belongings.name(id, vault));
    }
}
