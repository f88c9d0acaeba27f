package io.entendu.app.crash;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Compares what people tell and what reached them with what the application holds. */
final class Checker {

    private final List<Testimony> people;
    private final Function<String, List<Taken>> mail;
    private final Books books;
    private final Verdict verdict;
    private final TalkCheck talk;
    private final SendCheck sends;
    private final TimerCheck timers;
    private final LabelCheck labels;
    private final InvitationCheck invitations;
    private final Map<Inquiry, Map<Integer, Long>> ratings = new EnumMap<>(Inquiry.class);

    /**
     * Looks at all this.
     *
     * @param mail what reached whom
     * @param reported whether the provider could tell the application that a message arrived
     */
    Checker(
            List<Testimony> people,
            Function<String, List<Taken>> mail,
            Predicate<Taken> reported,
            Books books,
            Troubles troubles) {
        this.people = people;
        this.mail = mail;
        this.books = books;
        this.verdict = new Verdict(people.size());
        this.talk = new TalkCheck(verdict);
        this.sends = new SendCheck(verdict, troubles, reported);
        this.timers = new TimerCheck(verdict);
        this.labels = new LabelCheck(verdict);
        this.invitations = new InvitationCheck(verdict, books);
    }

    Verdict check() {
        for (var inquiry : Inquiry.values()) {
            ratings.put(inquiry, new TreeMap<>());
            checkResponses(inquiry);
            checkScore(inquiry);
        }
        books.owed().forEach(queue -> verdict.find(Fault.STUCK, "left in the store: " + queue));
        return verdict;
    }

    private void checkResponses(Inquiry inquiry) {
        var concerned = people.stream().filter(p -> p.inquiry() == inquiry).toList();
        var responses = new HashMap<String, List<JsonNode>>();
        for (var response : books.responses(inquiry)) {
            responses
                    .computeIfAbsent(response.get("id").asString(), _ -> new ArrayList<>())
                    .add(response);
        }
        for (var person : concerned) {
            var found = responses.remove(books.conversationId(person.address(), 1));
            check(person, found == null ? List.of() : found);
        }
        responses.forEach(
                (id, _) -> verdict.find(Fault.COUNTED_TWICE, id + ": nobody took " + inquiry.id()));
    }

    private void check(Testimony person, List<JsonNode> responses) {
        person.stuck().ifPresent(why -> verdict.find(Fault.STUCK, person + ": " + why));
        var id = books.conversationId(person.address(), 1);
        var conversation = books.conversation(id);
        if (conversation.isMissingNode() || responses.isEmpty()) {
            verdict.find(Fault.LOST, person + ": the whole conversation");
            return;
        }
        if (responses.size() > 1) {
            verdict.find(Fault.COUNTED_TWICE, person + ": " + responses.size() + " responses");
        }
        var all =
                new Case(
                        person,
                        conversation,
                        Transcript.of(conversation),
                        History.of(books.log(id)),
                        responses.getFirst(),
                        mail.apply(person.address().value()));
        talk.check(all);
        sends.check(all);
        timers.check(all);
        labels.check(all);
        invitations.check(all);
        if (talk.hasRated(all)) {
            ratings.get(person.inquiry()).merge(person.rating(), 1L, Long::sum);
        }
    }

    /** Few ratings are not shown one by one. */
    private void checkScore(Inquiry inquiry) {
        var given = ratings.get(inquiry);
        var group = books.score(inquiry);
        var fewer = given.values().stream().mapToLong(n -> n).sum();
        var more = group.get("n").asLong();
        var counted = new TreeMap<Integer, Long>();
        group.path("distribution")
                .propertyStream()
                .filter(e -> e.getValue().asLong() > 0)
                .forEach(e -> counted.put(Integer.valueOf(e.getKey()), e.getValue().asLong()));
        if (more != fewer || (!group.get("suppressed").asBoolean() && !counted.equals(given))) {
            verdict.find(
                    more > fewer ? Fault.COUNTED_TWICE : Fault.LOST,
                    inquiry.id() + ": " + more + " " + counted + " counted, " + given + " given");
        }
    }
}
