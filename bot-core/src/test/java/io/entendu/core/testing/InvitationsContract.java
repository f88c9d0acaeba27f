package io.entendu.core.testing;

import static io.entendu.core.testing.Scene.invitation;
import static io.entendu.core.testing.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.invitation.Invitations.Kept;
import io.entendu.core.invitation.Invitations.Reserved;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link Invitations} must do. */
public abstract class InvitationsContract extends StoreContract {

    private static final Invitation FIRST = invitation("A");
    private static final InvitationId SECOND = invitation("B").id();

    private Invitations invitations() {
        return store().invitations();
    }

    @Test
    void a_free_key_stands_for_the_invitation_from_then_on() {
        assertThat(invitations().reserve("key", "body", FIRST.id()))
                .isEqualTo(new Reserved.Fresh());
        assertThat(invitations().reserve("key", "body", SECOND))
                .isEqualTo(new Reserved.Same(FIRST.id()));
        assertThat(invitations().reserve("key", "other", SECOND))
                .isEqualTo(new Reserved.Different());
        assertThat(invitations().reserve("another", "other", SECOND))
                .isEqualTo(new Reserved.Fresh());
    }

    @Test
    void of_many_calls_with_a_key_at_once_one_is_fresh() throws Exception {
        var answers = atOnce(8, () -> invitations().reserve("key", "body", FIRST.id()));

        assertThat(answers).filteredOn(Reserved.Fresh.class::isInstance).hasSize(1);
    }

    @Test
    void an_invitation_is_found_as_it_was_kept() {
        assertThat(invitations().find(FIRST.id())).isEmpty();
        invitations().keep(FIRST);
        invitations().keep(FIRST);

        assertThat(invitations().find(FIRST.id()))
                .contains(new Kept(FIRST, Optional.empty(), Optional.empty()));
    }

    @Test
    void a_decision_is_noted_and_may_be_noted_again() {
        invitations().keep(FIRST);
        var decision = new Decision.Delayed(Decision.Reason.QUIET_HOURS, Scene.START);

        invitations().decided(FIRST.id(), decision);
        invitations().decided(FIRST.id(), decision);

        assertThat(invitations().find(FIRST.id())).flatMap(Kept::decision).contains(decision);
    }

    @Test
    void keeping_again_forgets_nothing() {
        invitations().keep(FIRST);
        invitations().take(FIRST.id(), id(person(1)), 0);

        invitations().keep(FIRST);

        assertThat(invitations().find(FIRST.id())).flatMap(Kept::takenBy).contains(id(person(1)));
    }

    @Test
    void an_unknown_link_opens_nothing() {
        assertThat(invitations().take(FIRST.id(), id(person(1)), 0)).isEmpty();
        invitations().decided(FIRST.id(), new Decision.Accepted());
        assertThat(invitations().find(FIRST.id())).isEmpty();
    }

    @Test
    void a_link_belongs_to_the_first_who_follows_it_and_to_nobody_else() {
        invitations().keep(FIRST);

        assertThat(invitations().take(FIRST.id(), id(person(1)), 0)).contains(FIRST);
        assertThat(invitations().take(FIRST.id(), id(person(2)), 0)).isEmpty();
        assertThat(invitations().take(FIRST.id(), id(person(1)), 0)).as("again").contains(FIRST);
    }

    @Test
    void a_link_followed_by_many_at_once_goes_to_one() throws Exception {
        invitations().keep(FIRST);
        var number = new AtomicInteger();

        var answers =
                atOnce(
                        8,
                        () ->
                                invitations()
                                        .take(FIRST.id(), id(person(number.incrementAndGet())), 0));

        assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
    }
}
