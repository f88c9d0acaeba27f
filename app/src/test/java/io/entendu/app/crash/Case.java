package io.entendu.app.crash;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything about one person: what they tell, what the application holds, what reached them.
 *
 * @param conversation as the API shows it
 * @param taken what reached their phone
 */
record Case(
        Testimony who,
        JsonNode conversation,
        Transcript transcript,
        History history,
        JsonNode response,
        List<Taken> taken) {

    /** Missing when the question was not answered. */
    JsonNode answer(String question) {
        return response.get("answers")
                .valueStream()
                .filter(a -> a.get("question").asString().equals(question))
                .findFirst()
                .orElseGet(JsonMapper.shared()::missingNode);
    }

    boolean hasEndedBySilence() {
        return conversation.path("endedBy").asString("").equals("silence");
    }
}
