package io.entendu.app.crash;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a small run without a fault leaves behind, to be changed: one who answers, one who was
 * invited and stops, one who is invited by link and falls silent.
 */
final class Evidence implements Books {

    static final Instant BEGIN = Instant.parse("2026-05-04T09:30:00Z");
    static final String ANN = "700";
    static final String BEN = "+33611000001";
    static final String CAM = "702";

    private static final JsonMapper JSON = JsonMapper.shared();

    final List<Testimony> people = new ArrayList<>();
    final List<Taken> taken = new ArrayList<>();
    final Map<String, ObjectNode> conversations = new HashMap<>();
    final Map<String, ObjectNode> logs = new HashMap<>();
    final Map<Inquiry, List<JsonNode>> responses = new HashMap<>();
    final Map<Inquiry, ObjectNode> scores = new HashMap<>();
    final Map<String, ObjectNode> invitations = new HashMap<>();
    final List<String> owed = new ArrayList<>();

    Evidence() {
        answers();
        stops();
        fallsSilent();
        for (var inquiry : Inquiry.values()) {
            scores.put(
                    inquiry,
                    object(
                            """
                            {"n":%d,"distribution":%s,"suppressed":false}\
                            """
                                    .formatted(
                                            inquiry == Inquiry.PATIENT ? 1 : 0,
                                            inquiry == Inquiry.PATIENT ? "{\"8\":1}" : "{}")));
        }
    }

    private void answers() {
        person(
                ANN,
                Manner.ANSWERS,
                List.of(
                        List.of("/start nps-after-call"),
                        List.of(Person.YES),
                        List.of("8"),
                        List.of("slow, Ann")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        holds(ANN, Inquiry.PATIENT, "complete", "");
        theirs(ANN, "start", "opened", "");
        ours(ANN, "May we ask, Ann?");
        theirs(ANN, "text", "agreed", "");
        ours(ANN, "How likely, Ann?");
        theirs(ANN, "text", "rated", "8");
        ours(ANN, "Why, Ann?");
        theirs(ANN, "text", "said", "slow, Ann");
        ours(ANN, "Thank you, Ann");
        happens(ANN, "classified", "");
        answer(ANN, "{\"question\":\"score\",\"type\":\"rating\",\"value\":8}");
        answer(
                ANN,
                """
                {"question":"reason","type":"verbatim","text":"slow, Ann","analysis":{"sentiment":"negative"}}\
                """);
    }

    private void stops() {
        List<JsonNode> accepted = List.of(wished("i1", "accepted"), wished("i1", "accepted"));
        person(
                BEN,
                Manner.STOPS_WHEN_ASKED_FOR_CONSENT,
                List.of(List.of(), List.of(Person.STOP)),
                Optional.of(BEGIN.plusSeconds(60)),
                Optional.of(new Crm.Wish("first", "{}", accepted)),
                Optional.of(new Crm.Wish("again", "{}", List.of(wished("i2", "refused")))));
        holds(BEN, Inquiry.PATIENT, "opted_out", "opt_out");
        happens(BEN, "invited", "");
        ours(BEN, "May we ask, Ben?");
        theirs(BEN, "text", "opt_out", "");
        ours(BEN, "You hear nothing more, Ben");
    }

    private void fallsSilent() {
        person(
                CAM,
                Manner.SILENT_WHEN_ASKED_FOR_A_RATING,
                List.of(List.of(), List.of(Person.YES)),
                Optional.empty(),
                Optional.of(new Crm.Wish("first", "{}", List.of(wished("i3", "accepted")))),
                Optional.empty());
        holds(CAM, Inquiry.HASTY, "break_off", "silence");
        happens(CAM, "link", "");
        ours(CAM, "May we ask, Cam?");
        theirs(CAM, "text", "agreed", "");
        ours(CAM, "How likely, Cam?");
        after(CAM, 60, "quiet");
        ours(CAM, "Once more, Cam: how likely?");
        after(CAM, 15, "quiet");
    }

    private void person(
            String address,
            Manner manner,
            List<List<String>> said,
            Optional<Instant> silencedAt,
            Optional<Crm.Wish> invitation,
            Optional<Crm.Wish> again) {
        var channel = address.startsWith("+") ? Channel.SMS : Channel.TELEGRAM;
        people.add(
                new Testimony(
                        address,
                        new Address(channel, address),
                        manner,
                        8,
                        "slow, Ann",
                        "and late, Ann",
                        said,
                        Optional.empty(),
                        silencedAt,
                        invitation,
                        again));
    }

    private void holds(String address, Inquiry inquiry, String disposition, String by) {
        var id = address + "-1";
        conversations.put(
                id,
                object(
                        """
                        {"disposition":"%s","endedBy":"%s","transcript":[],"messages":[]}\
                        """
                                .formatted(disposition, by)));
        logs.put(id, object("{\"events\":[]}"));
        responses
                .computeIfAbsent(inquiry, _ -> new ArrayList<>())
                .add(
                        object(
                                "{\"id\":\"%s\",\"disposition\":\"%s\",\"answers\":[]}"
                                        .formatted(id, disposition)));
    }

    private void theirs(String address, String kind, String reading, String text) {
        event(address, kind, reading, text, last(address).plusSeconds(2));
        lines(address)
                .add(
                        object(
                                """
                                {"turn":%d,"at":"%s","from":"respondent","text":"%s","reading":"%s"}\
                                """
                                        .formatted(
                                                events(address).size(),
                                                last(address),
                                                text,
                                                reading)));
    }

    private void ours(String address, String text) {
        var turn = events(address).size();
        lines(address)
                .add(
                        object(
                                "{\"turn\":%d,\"at\":\"%s\",\"from\":\"us\",\"text\":\"%s\"}"
                                        .formatted(turn, last(address), text)));
        messages(address)
                .add(
                        object(
                                """
                                {"turn":%d,"status":"sent","attempts":1,"providerStatus":"delivered"}\
                                """
                                        .formatted(turn)));
        reaches(address, text, last(address), Mood.WELL);
    }

    /** The provider treated it so. */
    void taken(String text, Mood mood) {
        taken.replaceAll(m ->
                m.text().equals(text) ? new Taken(m.number(), m.to(), m.text(), m.at(), mood) : m);
    }

    void reaches(String address, String text, Instant at, Mood mood) {
        taken.add(new Taken(taken.size() + 1, address, text, at, mood));
    }

    private void happens(String address, String kind, String reading) {
        event(address, kind, reading, last(address).plusSeconds(2));
    }

    /** So many seconds after what happened last. */
    void after(String address, int seconds, String kind) {
        event(address, kind, "", last(address).plusSeconds(seconds));
    }

    void event(String address, String kind, String reading, Instant at) {
        event(address, kind, reading, "", at);
    }

    void event(String address, String kind, String reading, String text, Instant at) {
        events(address)
                .add(
                        object(
                                """
                                {"at":"%s","kind":"%s","reading":"%s","text":"%s"}\
                                """
                                        .formatted(at, kind, reading, text)));
    }

    private Instant last(String address) {
        return events(address).isEmpty()
                ? BEGIN
                : Instant.parse(
                        events(address).get(events(address).size() - 1).get("at").asString());
    }

    private ObjectNode wished(String id, String status) {
        var answer = object("{\"id\":\"%s\",\"status\":\"%s\"}".formatted(id, status));
        invitations.put(id, answer);
        return answer;
    }

    void answer(String address, String answer) {
        answers(address).add(object(answer));
    }

    ArrayNode answers(String address) {
        return (ArrayNode) response(address).get("answers");
    }

    ObjectNode response(String address) {
        return responses.values().stream()
                .flatMap(List::stream)
                .filter(r -> r.get("id").asString().equals(address + "-1"))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    ArrayNode lines(String address) {
        return (ArrayNode) conversations.get(address + "-1").get("transcript");
    }

    ArrayNode messages(String address) {
        return (ArrayNode) conversations.get(address + "-1").get("messages");
    }

    ArrayNode events(String address) {
        return (ArrayNode) logs.get(address + "-1").get("events");
    }

    static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    Verdict verdict() {
        return new Checker(
                        people,
                        address -> taken.stream().filter(m -> m.to().equals(address)).toList(),
                        message -> message.to().equals(BEN),
                        this,
                        (_, _) -> false)
                .check();
    }

    @Override
    public String conversationId(Address who, int number) {
        return who.value() + "-" + number;
    }

    @Override
    public JsonNode conversation(String id) {
        return orMissing(conversations.get(id));
    }

    @Override
    public JsonNode log(String conversation) {
        return orMissing(logs.get(conversation));
    }

    @Override
    public List<JsonNode> responses(Inquiry inquiry) {
        return responses.getOrDefault(inquiry, List.of());
    }

    @Override
    public JsonNode score(Inquiry inquiry) {
        return orMissing(scores.get(inquiry));
    }

    @Override
    public JsonNode invitation(String id) {
        return orMissing(invitations.get(id));
    }

    @Override
    public List<String> owed() {
        return owed;
    }

    private static JsonNode orMissing(@org.jspecify.annotations.Nullable JsonNode node) {
        return node == null ? JSON.missingNode() : node;
    }
}
