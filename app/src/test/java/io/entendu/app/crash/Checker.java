package io.entendu.app.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what people said and what reached them with what the application holds. */
final class Checker {

    /** A message that was claimed before a STOP may still be on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);

    private final Town town;
    private final Clerk clerk;
    private final Chaos chaos;
    private final List<String> lost = new ArrayList<>();
    private final List<String> countedTwice = new ArrayList<>();
    private final List<String> afterStop = new ArrayList<>();
    private final List<String> stuck = new ArrayList<>();
    private final List<String> unmarked = new ArrayList<>();
    private final Map<Integer, Long> ratings = new TreeMap<>();
    private int doubled;

    Checker(Town town, Clerk clerk, Chaos chaos) {
        this.town = town;
        this.clerk = clerk;
        this.chaos = chaos;
    }

    Verdict check() {
        var responses = new HashMap<String, List<JsonNode>>();
        for (var response : clerk.responses()) {
            responses
                    .computeIfAbsent(response.get("id").asString(), _ -> new ArrayList<>())
                    .add(response);
        }
        for (var person : town.people()) {
            check(person, responses.getOrDefault(clerk.conversationId(person), List.of()));
        }
        if (responses.size() > town.people().size()) {
            countedTwice.add(responses.size() + " responses of " + town.people().size());
        }
        checkScore();
        return new Verdict(
                town.people().size(), lost, countedTwice, afterStop, stuck, doubled, unmarked);
    }

    private void check(Person person, List<JsonNode> responses) {
        person.stuck().ifPresent(why -> stuck.add(person + ": " + why));
        var conversation = clerk.conversation(person);
        if (conversation.isMissingNode() || responses.isEmpty()) {
            lost.add(person + ": the whole conversation");
            return;
        }
        if (responses.size() > 1) {
            countedTwice.add(person + ": " + responses.size() + " responses");
        }
        var transcript = Transcript.of(conversation);
        checkTurns(person, transcript);
        checkAnswers(person, transcript, responses.getFirst());
        checkSends(person, transcript, conversation);
    }

    /** Every message is one turn, and turns are in the order of the store. */
    private void checkTurns(Person person, Transcript transcript) {
        var heard = transcript.heard();
        if (!isWhatWasSaid(person.said(), heard)) {
            var messages = person.said().stream().mapToInt(List::size).sum();
            (heard.size() > messages ? countedTwice : lost)
                    .add(person + ": said " + person.said() + ", kept " + heard);
        }
        if (!transcript.isInOrder()) {
            lost.add(person + ": turns are not in the order of the store");
        }
    }

    /**
     * What was said at once may be heard in any order; after STOP nothing belongs to it any more.
     */
    private static boolean isWhatWasSaid(List<List<String>> said, List<String> heard) {
        var position = 0;
        for (var together : said) {
            var rest = heard.subList(position, Math.min(position + together.size(), heard.size()));
            var expected = together.stream().map(Transcript::told).sorted().toList();
            if (together.contains(Person.STOP)
                    && rest.equals(List.of(Transcript.told(Person.STOP)))) {
                return heard.size() == position + 1;
            }
            if (!rest.stream().sorted().toList().equals(expected)) {
                return false;
            }
            position += together.size();
        }
        return heard.size() == position;
    }

    private void checkAnswers(Person person, Transcript transcript, JsonNode response) {
        var disposition = response.get("disposition").asString();
        var expected = person.hasStopped() ? "opted_out" : "complete";
        if (person.stuck().isEmpty() && !disposition.equals(expected)) {
            lost.add(person + ": " + disposition + " and not " + expected);
        }
        var score = answer(response, "score");
        if (transcript.answers(String.valueOf(person.rating()))) {
            ratings.merge(person.rating(), 1L, Long::sum);
            if (score.path("value").asInt(-1) != person.rating()) {
                lost.add(person + ": the rating " + person.rating() + ", there is " + score);
            }
        }
        transcript
                .firstOf(person.reason(), person.afterthought())
                .filter(words ->
                        !answer(response, "reason").path("text").asString("").contains(words))
                .ifPresent(words ->
                        lost.add(person + ": the reason, there is " + answer(response, "reason")));
    }

    private static JsonNode answer(JsonNode response, String question) {
        return response.get("answers")
                .valueStream()
                .filter(a -> a.get("question").asString().equals(question))
                .findFirst()
                .orElseGet(JsonMapper.shared()::missingNode);
    }

    private void checkSends(Person person, Transcript transcript, JsonNode conversation) {
        var taken = town.mailbox().of(person.address().value());
        person.silencedAt()
                .map(at -> at.plus(ON_ITS_WAY))
                .ifPresent(silence ->
                        taken.stream()
                                .filter(m -> m.at().isAfter(silence))
                                .filter(m -> !transcript.isSaidAtTheEnd(m.text()))
                                .forEach(m -> afterStop.add(person + ": " + m)));
        var copies = taken.stream().collect(Collectors.groupingBy(Taken::text));
        copies.values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> {
                    doubled += same.size() - 1;
                    if (!isExplained(same) || !mostAttempts(conversation, same.size())) {
                        unmarked.add(person + ": " + same + " " + conversation.get("messages"));
                    }
                });
        for (var message : conversation.get("messages")) {
            var status = message.get("status").asString();
            if (!List.of("sent", "given_up").contains(status)) {
                stuck.add(person + ": a message is " + message);
            }
        }
    }

    /** Whether the sender of each but the last could not know that it was taken. */
    private boolean isExplained(List<Taken> same) {
        for (var i = 0; i + 1 < same.size(); i++) {
            var first = same.get(i);
            if (!first.mood().leavesDoubt()
                    && !chaos.struckBetween(first.at(), same.get(i + 1).at())) {
                return false;
            }
        }
        return true;
    }

    private static boolean mostAttempts(JsonNode conversation, int copies) {
        return conversation
                .get("messages")
                .valueStream()
                .anyMatch(m -> m.get("attempts").asInt() >= copies);
    }

    private void checkScore() {
        var group = clerk.score();
        var counted = new TreeMap<Integer, Long>();
        group.path("distribution")
                .propertyStream()
                .filter(e -> e.getValue().asLong() > 0)
                .forEach(e -> counted.put(Integer.valueOf(e.getKey()), e.getValue().asLong()));
        if (!counted.equals(ratings)) {
            var more = counted.values().stream().mapToLong(n -> n).sum();
            var fewer = ratings.values().stream().mapToLong(n -> n).sum();
            (more > fewer ? countedTwice : lost)
                    .add("scores: " + counted + " counted, " + ratings + " given");
        }
    }
}
