package io.entendu.core.outbox;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.survey.SurveyKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One message owed to a respondent.
 *
 * @param id unique with this respondent for ever: {@code <conversation>.<turn>.<index>}, or {@code
 *     0.<version>.<index>} outside one
 * @param conversation its number; 0 outside one
 * @param turn the conversation's turn that owes it; older ones are dropped unsent
 * @param survey whose wording to use; empty for a person without one
 * @param variables for the wording
 * @param due not to be sent before
 * @param invited whether it opens a conversation on somebody's wish other than the person's own
 */
public record OutboxEntry(
        String id,
        MessageClass messageClass,
        Prompt prompt,
        int conversation,
        int turn,
        Optional<SurveyKey> survey,
        Locale locale,
        Channel channel,
        Map<String, String> variables,
        Instant due,
        boolean invited) {

    public OutboxEntry {
        variables = Map.copyOf(variables);
    }
}
