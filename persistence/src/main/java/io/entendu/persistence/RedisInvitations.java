package io.entendu.persistence;

import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.respondent.RespondentId;
import io.entendu.persistence.wire.Codec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Invitations, each in the shard of its token's pseudonym; the token stands in no key. */
final class RedisInvitations implements Invitations {

    /** The port promises 24 hours; the second day is for clocks and retries. */
    private static final Duration KEYS_KEPT = Duration.ofDays(2);

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
    public Optional<Invitation> take(InvitationId id, RespondentId by) {
        return redis.value(Script.TAKE, List.of(key(id)), by.value()).map(codec::invitation);
    }

    private String key(InvitationId id) {
        var name = vault.name("invitation", id.value());
        return Shard.of(name).invitation(name);
    }
}
