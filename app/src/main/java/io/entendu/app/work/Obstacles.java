package io.entendu.app.work;

import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Settlement;
import java.time.Instant;
import java.util.Optional;

/** What may keep a claimed message from being sent now. */
public final class Obstacles {

    private final SendingGate gate;
    private final Timing timing;
    private final Doubts doubts;

    /** When an invitation that is due may go out. */
    @FunctionalInterface
    public interface Timing {
        /** Empty when it may go now. */
        Optional<Instant> later(Claim claim, Instant now);
    }

    public Obstacles(SendingGate gate, Timing timing, Doubts doubts) {
        this.gate = gate;
        this.timing = timing;
        this.doubts = doubts;
    }

    /** What is known without asking anybody: the gate is shut. */
    Optional<Settlement> atOnce(Claim claim) {
        return gate.holds(claim).map(Settlement.Held::new);
    }

    /** What becomes of the message in place of being sent; empty when it is to be sent. */
    Optional<Settlement> before(Claim claim, OutboundMessage message, Instant now) {
        var later =
                gate.holds(claim)
                        .or(() -> timing.later(claim, now))
                        .<Settlement>map(Settlement.Held::new);
        return later.isPresent() || !claim.maybeSent() ? later : doubt(claim, message, now);
    }

    private Optional<Settlement> doubt(Claim claim, OutboundMessage message, Instant now) {
        return switch (doubts.about(claim, message, now)) {
            case Doubts.Verdict.Send() -> Optional.empty();
            case Doubts.Verdict.Arrived(var id) -> Optional.of(new Settlement.Found(id));
            case Doubts.Verdict.Later(var at) -> Optional.of(new Settlement.Held(at));
            case Doubts.Verdict.Leave() -> Optional.of(new Settlement.Unresolved());
        };
    }

    /** A message without an answer is not looked at again before this. */
    Instant earliest(Claim claim, Instant now) {
        return doubts.canAsk(claim.entry().channel()) ? now.plus(Doubts.SETTLING) : now;
    }

    SendingGate gate() {
        return gate;
    }
}
