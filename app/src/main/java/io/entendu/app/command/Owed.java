package io.entendu.app.command;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A message that was owed to a person.
 *
 * @param sent whether it surely went out: it may have been overtaken before it could, or be due
 *     later
 */
record Owed(String text, boolean sent) {

    static Owed of(JsonNode said) {
        return new Owed(
                said.path("text").asString(), said.path("status").asString("").equals("sent"));
    }

    /**
     * Whether these texts are those messages, in order and all that were sent among them; of the
     * others any may be missing, for where nothing takes time nothing is overtaken.
     */
    static boolean explains(List<Owed> owed, List<String> texts) {
        // Whether the first texts, so many of them, are the messages looked at so far.
        var fits = new boolean[texts.size() + 1];
        fits[0] = true;
        for (var message : owed) {
            for (var i = texts.size(); i >= 0; i--) {
                var said = i > 0 && fits[i - 1] && texts.get(i - 1).equals(message.text());
                var missing = fits[i] && !message.sent();
                fits[i] = said || missing;
            }
        }
        return fits[texts.size()];
    }
}
