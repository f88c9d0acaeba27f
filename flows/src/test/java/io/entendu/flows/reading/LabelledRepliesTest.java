package io.entendu.flows.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Content;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Reading;
import io.entendu.core.reading.ReplyReader;
import io.entendu.core.survey.Survey;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The labelled replies as a whole: no wrong number, no opt-out missed, nearly all as labelled. */
class LabelledRepliesTest {

    private static final Survey SURVEY = Fixtures.survey("nps-after-call", true);
    private static final ReplyReader READER =
            new RuleReplyReader(Fixtures.surveys(SURVEY), Fixtures.GRAMMARS);

    private static final double SHARE_AS_LABELLED = 0.97;

    @Test
    void noWrongNumberNoMissedOptOutAndNearlyAllAsLabelled() throws IOException {
        var replies = replies();
        var wrong =
                replies.stream()
                        .filter(reply ->
                                isNumber(made(reply)) && !fine(reply).contains(made(reply)));
        var missed =
                replies.stream()
                        .filter(reply ->
                                reply.get("expect").asString().equals("optout")
                                        && !fine(reply).contains("reask"))
                        .filter(reply -> !made(reply).equals("optout"));
        var right = replies.stream().filter(reply -> fine(reply).contains(made(reply))).count();

        assertThat(wrong).as("wrong numbers").isEmpty();
        assertThat(missed).as("missed opt-outs").isEmpty();
        assertThat((double) right / replies.size())
                .as("share as labelled")
                .isGreaterThanOrEqualTo(SHARE_AS_LABELLED);
    }

    private static List<JsonNode> replies() throws IOException {
        var json = JsonMapper.builder().build();
        try (var file = LabelledRepliesTest.class.getResourceAsStream("replies.jsonl")) {
            return new String(file.readAllBytes(), UTF_8).lines().map(json::readTree).toList();
        }
    }

    private static Set<String> fine(JsonNode reply) {
        var fine = new HashSet<String>();
        fine.add(reply.get("expect").asString());
        StreamSupport.stream(reply.path("accept").spliterator(), false)
                .map(JsonNode::asString)
                .forEach(fine::add);
        return fine;
    }

    /** The conversation is in French or English, whatever language the reply is in. */
    private static String made(JsonNode reply) {
        var locale = reply.get("lang").asString().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        var expected =
                new Expectation.Answer(
                        SURVEY, 1, Fixtures.scale(reply.get("scale").asString()), locale);
        return switch (READER.read(expected, new Content.Text(reply.get("text").asString()))
                .reading()) {
            case Reading.Rated rated -> Integer.toString(rated.value());
            case Reading.OptOut _ -> "optout";
            case Reading.PassedOver _ -> "skip";
            case Reading.HelpWanted _ -> "help";
            case Reading.Unclear _ -> "reask";
            case Reading.Questioned _ -> "question";
            case Reading.Commented _ -> "comment";
            case Reading.PersonWanted _ -> "human";
            case Reading.Postponed _ -> "later";
            case Reading.WrongNumber _ -> "wrongnumber";
            case Reading.PrivacyAsked(var topic) ->
                    topic == Reading.PrivacyAsked.Topic.WHO ? "question" : "privacy";
            case Reading other -> other.toString();
        };
    }

    private static boolean isNumber(String made) {
        return made.chars().allMatch(Character::isDigit);
    }
}
