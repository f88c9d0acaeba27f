package io.entendu.core.invitation;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Context;
import io.entendu.core.survey.SurveyId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * The wish of staff or a CRM that a person take a survey.
 *
 * @param locale the language to write in; else what the channel or the number suggests
 * @param timeZone of the person, for quiet hours; else that of the number's country
 * @param notBefore not to be sent before
 */
public record Invitation(
        InvitationId id,
        SurveyId survey,
        Channel channel,
        Optional<Locale> locale,
        Optional<ZoneId> timeZone,
        Optional<Instant> notBefore,
        Context context,
        Instant createdAt) {}
