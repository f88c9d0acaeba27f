package io.entendu.flows.check;

import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.policy.Membrane;
import io.entendu.core.survey.Survey;
import io.entendu.flows.check.Finding.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How and how often people are written to without being asked to reply at that moment. */
final class ReachRule implements Rule {

    @Override
    public Stream<Finding> check(Subject subject) {
        var survey = subject.survey();
        return Stream.of(
                        window(subject, survey).stream(),
                        templates(subject, survey),
                        often(subject, survey).stream())
                .flatMap(findings -> findings);
    }

    private static Optional<Finding> window(Subject subject, Survey survey) {
        return survey.conduct()
                .reminder()
                .filter(after -> after.compareTo(Membrane.WHATSAPP_WINDOW) >= 0)
                .map(_ ->
                        warning(
                                subject,
                                "patience",
                                "whatsapp-window",
                                "WhatsApp takes free text for 24 hours after the person's last"
                                        + " message, so nobody is reminded there; remind within"
                                        + " 23h, or accept that"));
    }

    private static Stream<Finding> templates(Subject subject, Survey survey) {
        var named = survey.reach().templates();
        return survey.locales().stream()
                .filter(_ -> !named.isEmpty())
                .filter(locale -> survey.reach().template(locale).isEmpty())
                .map(locale ->
                        subject.about(
                                Severity.WARNING,
                                Optional.of(locale),
                                "whatsapp",
                                "whatsapp-template",
                                "nobody is invited on WhatsApp in this language; name a template"
                                        + " of it, or configure one"));
    }

    private static Optional<Finding> often(Subject subject, Survey survey) {
        var own = survey.reach().contacts();
        var house = ContactPolicy.STRICT;
        var soon =
                own.betweenInvitations()
                        .filter(d -> d.compareTo(house.betweenInvitations()) < 0)
                        .isPresent();
        var many =
                own.invitationsAYear()
                        .filter(n -> n == 0 || n > house.invitationsAYear())
                        .isPresent();
        return soon || many
                ? Optional.of(
                        warning(
                                subject,
                                "contact",
                                "contact-often",
                                String.format(
                                        Locale.ROOT,
                                        "people are tired by more than one invitation in %d days"
                                                + " and %d a year; let the house's rules stand",
                                        house.betweenInvitations().toDays(),
                                        house.invitationsAYear())))
                : Optional.empty();
    }

    private static Finding warning(Subject subject, String place, String rule, String message) {
        return subject.about(Severity.WARNING, Optional.empty(), place, rule, message);
    }
}
