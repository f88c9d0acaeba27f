package io.entendu.app.api;

import io.entendu.core.channel.Channel;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.survey.Survey;
import java.util.Locale;
import java.util.Optional;

/** What the channels of this house can do for an invitation. */
public interface Links {

    /** Whether the channel is configured. */
    boolean serves(Channel channel);

    /**
     * The link under which a person takes the survey; empty for channels on which we write first.
     *
     * @throws ApiProblem (503) while the bot's name is not known yet
     */
    Optional<String> of(Invitation invitation);

    /** Whether an approved text is there for a first message on WhatsApp. */
    boolean hasTemplate(Survey survey, Locale locale);
}
