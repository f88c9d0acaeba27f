package io.entendu.core.wording;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.QuickReply;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.survey.SurveyKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Puts prompts in words. Pure: the same revision gives the same words for ever. Safe for many
 * threads.
 */
public interface Wording {

    /**
     * A prompt in words.
     *
     * @param rows buttons, row by row; empty on channels that have none
     */
    record Worded(String text, List<List<QuickReply>> rows) {

        public Worded {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Words a prompt.
     *
     * @param survey whose words to use; empty for a person without one, who gets the words of the
     *     first survey
     * @param conversation its number, which stands in the buttons so that old ones are recognised
     * @param variables facts of the invitation by name
     * @throws IllegalArgumentException when the revision is not known here
     */
    Worded word(
            Prompt prompt,
            Optional<SurveyKey> survey,
            Locale locale,
            Channel channel,
            int conversation,
            Map<String, String> variables);
}
