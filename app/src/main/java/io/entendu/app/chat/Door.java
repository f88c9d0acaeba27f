package io.entendu.app.chat;

import io.entendu.core.channel.Channel;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.Surveys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides who may come in: anybody to an open survey, and whoever holds an invitation. */
@Component
final class Door {

    /**
     * A survey that may be taken.
     *
     * @param payload what the start says: the invitation's token, else the survey's id
     * @param open whether it may be started again, without an invitation
     */
    record Entrance(SurveyId survey, String payload, boolean invited, boolean open) {

        /** The same on every reload; the token itself must not travel in an id. */
        String startId() {
            return "start-" + HexFormat.of().formatHex(sha256(payload), 0, 16);
        }

        @Override
        public String toString() {
            return "Entrance[" + survey + "]";
        }
    }

    private final Surveys surveys;
    private final Invitations invitations;

    Door(Surveys surveys, Invitations invitations) {
        this.surveys = surveys;
        this.invitations = invitations;
    }

    /**
     * The way in; empty when the survey is unknown, or closed to those without an invitation to it.
     */
    Optional<Entrance> open(String survey, @Nullable String invitation) {
        return survey(survey).flatMap(s -> invited(s, invitation).or(() -> uninvited(s)));
    }

    /** The survey of this name, whether or not it is open. */
    Optional<Survey> survey(String name) {
        return SurveyId.isValid(name) ? surveys.current(new SurveyId(name)) : Optional.empty();
    }

    private Optional<Entrance> invited(Survey survey, @Nullable String token) {
        if (token == null || !InvitationId.isValid(token)) {
            return Optional.empty();
        }
        return invitations
                .find(new InvitationId(token))
                .map(Invitations.Kept::invitation)
                .filter(i -> i.survey().equals(survey.id()) && i.channel() == Channel.WEB)
                .map(i -> new Entrance(survey.id(), i.id().value(), true, survey.open()));
    }

    private static Optional<Entrance> uninvited(Survey survey) {
        return survey.open()
                ? Optional.of(new Entrance(survey.id(), survey.id().value(), false, true))
                : Optional.empty();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
