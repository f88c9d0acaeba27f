package io.entendu.app.crash;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What reached a phone, against what the application says of its messages. */
final class SendCheck {

    /** A message that was claimed before a STOP may still be on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);

    /** After this at the latest a message whose sender died is known to be in doubt. */
    private static final Duration LEASE = Duration.ofSeconds(31);

    /** As long as what became of a message may be on its way to the store. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final Verdict verdict;
    private final Troubles troubles;
    private final Predicate<Taken> reported;

    SendCheck(Verdict verdict, Troubles troubles, Predicate<Taken> reported) {
        this.verdict = verdict;
        this.troubles = troubles;
        this.reported = reported;
    }

    void check(Case one) {
        checkSilence(one);
        checkCopies(one);
        for (var message : one.conversation().get("messages")) {
            var status = message.get("status").asString();
            if (!List.of("sent", "given_up").contains(status)) {
                verdict.find(Fault.STUCK, one.who() + ": a message is " + message);
            }
        }
        var arrived =
                one.taken().stream()
                        .filter(reported)
                        .filter(message -> isOfTheConversation(one, message))
                        .filter(message -> isTheOnlyCopy(one, message))
                        .filter(message -> isTheOnlyOneInDoubt(one, message))
                        .toList();
        verdict.lookAt(Verdict.Matter.REPORTS, arrived.size());
        arrived.stream()
                .filter(message -> !isKnownToHaveArrived(one, message))
                .forEach(message -> verdict.find(Fault.REPORT_LOST, one.who() + ": " + message));
    }

    private void checkSilence(Case one) {
        one.who()
                .silencedAt()
                .map(at -> at.plus(ON_ITS_WAY))
                .ifPresent(silence ->
                        one.taken().stream()
                                .filter(m -> m.at().isAfter(silence))
                                .filter(m -> !one.transcript().isSaidAtTheEnd(m.text()))
                                .forEach(
                                        m -> verdict.find(Fault.AFTER_STOP, one.who() + ": " + m)));
    }

    private void checkCopies(Case one) {
        one.taken().stream().collect(Collectors.groupingBy(Taken::text)).values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> {
                    verdict.alsoReached(same.size() - 1);
                    if (!isExplained(same) || !mostAttempts(one, same.size())) {
                        verdict.find(
                                Fault.UNMARKED,
                                one.who() + ": " + same + " " + one.conversation().get("messages"));
                    }
                });
    }

    /** Whether the sender of each but the last could not know that it was taken. */
    private boolean isExplained(List<Taken> same) {
        for (var i = 0; i + 1 < same.size(); i++) {
            var first = same.get(i);
            if (!first.mood().leavesDoubt()
                    && !troubles.struckBetween(first.at(), same.get(i + 1).at())) {
                return false;
            }
        }
        return true;
    }

    private static boolean mostAttempts(Case one, int copies) {
        return one.conversation()
                .get("messages")
                .valueStream()
                .anyMatch(m -> m.get("attempts").asInt() >= copies);
    }

    /** Of several copies each has reports of its own, and one of them is shown. */
    private static boolean isTheOnlyCopy(Case one, Taken message) {
        return one.taken().stream().filter(m -> m.text().equals(message.text())).count() == 1;
    }

    /**
     * A report names a message by an id that its sender has not heard of while the sending is in
     * doubt; of two such messages it may be either's.
     */
    private boolean isTheOnlyOneInDoubt(Case one, Taken message) {
        var from = message.at().minus(LEASE);
        var to = message.at().plus(LEASE);
        return !isInDoubt(one, message)
                || one.taken().stream()
                        .filter(other -> !other.text().equals(message.text()))
                        .filter(other -> other.at().isAfter(from) && other.at().isBefore(to))
                        .noneMatch(other -> isInDoubt(one, other));
    }

    /** A first attempt that did not reach the provider may have left a doubt too. */
    private boolean isInDoubt(Case one, Taken message) {
        return message.mood().leavesDoubt()
                || troubles.struckBetween(message.at(), message.at().plus(SETTLING))
                || messagesOf(one, message).anyMatch(m -> m.get("attempts").asInt() > 1);
    }

    /** What is said outside a conversation is shown nowhere. */
    private static boolean isOfTheConversation(Case one, Taken message) {
        return !one.transcript().turnsOf(message.text()).isEmpty();
    }

    /** Whether the last report is what is shown of the message. */
    private static boolean isKnownToHaveArrived(Case one, Taken message) {
        return messagesOf(one, message)
                .anyMatch(m -> m.path("providerStatus").asString("").equals(Carrier.DELIVERED));
    }

    private static Stream<JsonNode> messagesOf(Case one, Taken message) {
        var turns = one.transcript().turnsOf(message.text());
        return one.conversation()
                .get("messages")
                .valueStream()
                .filter(m -> turns.contains(m.get("turn").asInt()));
    }
}
