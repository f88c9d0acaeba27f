package io.entendu.core.policy;

import io.entendu.core.channel.Channel;
import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Decision.Accepted;
import io.entendu.core.invitation.Decision.Delayed;
import io.entendu.core.invitation.Decision.Reason;
import io.entendu.core.invitation.Decision.Refused;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.survey.ContactRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The gate of every invitation: an ordered list of rules; the first that refuses or delays decides.
 */
public record Membrane(ContactPolicy policy) {

    /**
     * WhatsApp takes free text within 24 hours of the person's last message only (Twilio error
     * 63016).
     */
    public static final Duration WHATSAPP_WINDOW = Duration.ofHours(24);

    private static final Duration YEAR = Duration.ofDays(365);

    /** One wish to invite somebody at a moment. */
    private record Wish(
            Respondent person,
            Invitation invitation,
            ContactRules own,
            boolean templateReady,
            Instant at) {}

    @FunctionalInterface
    private interface Rule {
        Optional<Decision> on(Wish wish);
    }

    /**
     * What the rules say.
     *
     * @param own the survey's rules, where it has any in place of the house's
     * @param templateReady whether the channel has an approved text with which it may open a
     *     conversation
     */
    public Decision decide(
            Respondent person,
            Invitation invitation,
            ContactRules own,
            boolean templateReady,
            Instant at) {
        var wish = new Wish(person, invitation, own, templateReady, at);
        return rules().stream()
                .map(rule -> rule.on(wish))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(Accepted::new);
    }

    private List<Rule> rules() {
        return List.of(
                wish -> refuse(wish.person().isSuppressed(), Reason.OPTED_OUT),
                wish -> refuse(refusedLately(wish), Reason.CONSENT_REFUSED),
                wish -> refuse(wish.person().live().isPresent(), Reason.ACTIVE_CONVERSATION),
                wish -> refuse(invitedLately(wish), Reason.TOO_SOON),
                wish -> refuse(invitedOften(wish), Reason.TOO_MANY),
                wish -> refuse(isNotSampled(wish), Reason.NOT_SAMPLED),
                wish -> refuse(hasNoTemplate(wish), Reason.NO_TEMPLATE),
                this::delay);
    }

    private static Optional<Decision> refuse(boolean doRefuse, Reason reason) {
        return doRefuse ? Optional.of(new Refused(reason)) : Optional.empty();
    }

    private boolean refusedLately(Wish wish) {
        return wish.person()
                .history()
                .lastRefusal()
                .filter(at -> at.plus(policy.afterRefusal()).isAfter(wish.at()))
                .isPresent();
    }

    private boolean invitedLately(Wish wish) {
        var between = wish.own().betweenInvitations().orElse(policy.betweenInvitations());
        return !between.isZero()
                && wish.person().history().invitations().stream()
                        .anyMatch(at -> at.plus(between).isAfter(wish.at()));
    }

    private boolean invitedOften(Wish wish) {
        var lately =
                wish.person().history().invitations().stream()
                        .filter(at -> at.plus(YEAR).isAfter(wish.at()))
                        .count();
        var most = wish.own().invitationsAYear().orElse(policy.invitationsAYear());
        return most > 0 && lately >= most;
    }

    private static boolean isNotSampled(Wish wish) {
        return wish.own()
                .sample()
                .filter(sample ->
                        !Sampling.draws(
                                sample, wish.invitation().survey(), wish.person().id(), wish.at()))
                .isPresent();
    }

    private boolean hasNoTemplate(Wish wish) {
        return wish.invitation().channel() == Channel.WHATSAPP
                && !wish.templateReady()
                // When the message will be sent, not only now.
                && !windowIsOpen(wish.person(), allowed(wish));
    }

    /** Whether WhatsApp takes free text to this person at this moment. */
    public static boolean windowIsOpen(Respondent person, Instant at) {
        var last = person.history().lastInbound().get(Channel.WHATSAPP);
        return last != null && last.plus(WHATSAPP_WINDOW).isAfter(at);
    }

    private Optional<Decision> delay(Wish wish) {
        var wanted = wanted(wish);
        var allowed = allowed(wish);
        if (allowed.isAfter(wanted)) {
            return Optional.of(new Delayed(Reason.QUIET_HOURS, allowed));
        }
        return wanted.isAfter(wish.at())
                ? Optional.of(new Delayed(Reason.NOT_BEFORE, wanted))
                : Optional.empty();
    }

    private static Instant wanted(Wish wish) {
        return wish.invitation().notBefore().filter(wish.at()::isBefore).orElse(wish.at());
    }

    private Instant allowed(Wish wish) {
        ZoneId zone = wish.invitation().timeZone().orElse(ZoneOffset.UTC);
        return new QuietTime(policy).next(wanted(wish), zone);
    }
}
