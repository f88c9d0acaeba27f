package io.entendu.app.crash;

import static io.entendu.app.crash.Evidence.ANN;
import static io.entendu.app.crash.Evidence.BEGIN;
import static io.entendu.app.crash.Evidence.BEN;
import static io.entendu.app.crash.Evidence.CAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The checker finds each fault, and finds it only. */
class CheckerTest {

    private final Evidence evidence = new Evidence();

    @Test
    void whereNothingIsWrongNothingIsFound() {
        var verdict = evidence.verdict();

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.line())
                .isEqualTo(
                        "3 conversations (2 invitations, 2 timers, 1 labels, 2 reports), 0 lost, 0 counted twice, 0 after STOP, 0 stuck, 0 labels lost,"
                                + " 0 labels doubled, 0 invitations lost, 0 invitations doubled,"
                                + " 0 timers astray, 0 reports lost, 0 sends doubled (all maybe sent)");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                        List.of(lost(), countedTwice(), stopped(), stuck()),
                        List.of(labels(), invitations(), timers(), sends()))
                .flatMap(List::stream)
                .flatMap(List::stream);
    }

    private static List<Arguments> lost() {
        return List.of(
                one("a conversation", Fault.LOST, e -> e.conversations.remove(BEN + "-1")),
                one("a response", Fault.LOST, e -> e.responses.get(Inquiry.PATIENT).removeLast()),
                one("a rating", Fault.LOST, e -> e.answers(ANN).remove(0)),
                one("a changed rating", Fault.LOST, e -> first(e).put("value", 9)),
                one("a reason", Fault.LOST, e -> second(e).put("text", "slow")),
                one("a rating in the scores", Fault.LOST, e -> score(e, 0, "{}")),
                one("a changed score", Fault.LOST, e -> score(e, 1, "{\"9\":1}")),
                one("what Ann is", Fault.LOST, e -> e.response(ANN).put("disposition", "partial")),
                one(
                        "turns in order",
                        Fault.LOST,
                        e -> line(e, 2).put("at", "2026-05-04T08:00:00Z")),
                one("a STOP", Fault.LOST, e -> e.lines(BEN).remove(1)));
    }

    private static List<Arguments> countedTwice() {
        return List.of(
                one(
                        "a response",
                        Fault.COUNTED_TWICE,
                        e -> e.responses.get(Inquiry.PATIENT).add(e.response(ANN))),
                one(
                        "a response of nobody",
                        Fault.COUNTED_TWICE,
                        e ->
                                e.responses
                                        .get(Inquiry.HASTY)
                                        .add(Evidence.object("{\"id\":\"9-1\"}"))),
                one("a rating", Fault.COUNTED_TWICE, e -> score(e, 2, "{\"8\":2}")),
                one("a rating where few are hidden", Fault.COUNTED_TWICE, CheckerTest::hidden),
                one("a message", Fault.COUNTED_TWICE, e -> e.lines(ANN).add(line(e, 6).deepCopy())),
                one(
                        "a conversation",
                        Fault.COUNTED_TWICE,
                        e -> e.conversations.put(ANN + "-2", Evidence.object("{}"))));
    }

    private static List<Arguments> stopped() {
        return List.of(
                one(
                        "a message",
                        Fault.AFTER_STOP,
                        e -> e.reaches(BEN, "Still there, Ben?", BEGIN.plusSeconds(63), Mood.WELL)),
                one("a label", Fault.AFTER_STOP, e -> e.after(BEN, 1, "classified")),
                one("an invitation", Fault.AFTER_STOP, e -> again(e).put("status", "accepted")));
    }

    private static List<Arguments> stuck() {
        return List.of(
                one("somebody", Fault.STUCK, e -> e.people.set(0, stuck(e.people.getFirst()))),
                one(
                        "a message",
                        Fault.STUCK,
                        e -> ((ObjectNode) e.messages(ANN).get(0)).put("status", "maybe_sent")),
                one("a job", Fault.STUCK, e -> e.owed.add("e:{s07}:jobs")));
    }

    private static List<Arguments> labels() {
        return List.of(
                one("of a verbatim", Fault.LABEL_LOST, e -> second(e).remove("analysis")),
                one("of the log", Fault.LABEL_LOST, e -> e.events(ANN).remove(4)),
                one(
                        "of words that were added",
                        Fault.LABEL_LOST,
                        e -> {
                            second(e).put("text", "slow, Ann\nand late, Ann");
                            e.event(
                                    ANN,
                                    "text",
                                    "said_more",
                                    "and late, Ann",
                                    BEGIN.plusSeconds(11));
                        }),
                one("twice", Fault.LABEL_DOUBLED, e -> e.after(ANN, 1, "classified")));
    }

    private static List<Arguments> invitations() {
        return List.of(
                one("unkept", Fault.INVITATION_LOST, e -> e.invitations.remove("i1")),
                one("refused on asking again", Fault.INVITATION_LOST, CheckerTest::refused),
                one("without a beginning", Fault.INVITATION_LOST, e -> e.events(CAM).remove(0)),
                one("a key with two", Fault.INVITATION_DOUBLED, e -> wish(e, 1).put("id", "i9")),
                one(
                        "somebody invited twice",
                        Fault.INVITATION_DOUBLED,
                        e -> e.event(BEN, "invited", "", BEGIN.plusSeconds(3))),
                one(
                        "somebody who came by themselves",
                        Fault.INVITATION_DOUBLED,
                        e -> e.event(ANN, "invited", "", BEGIN)));
    }

    private static List<Arguments> timers() {
        return List.of(
                one(
                        "too soon",
                        Fault.TIMER_ASTRAY,
                        e -> event(e, 3).put("at", BEGIN.plusSeconds(78).toString())),
                one(
                        "a reminder after a moment",
                        Fault.TIMER_ASTRAY,
                        e -> event(e, 2).put("at", BEGIN.plusSeconds(63).toString())),
                one("a reminder again", Fault.TIMER_ASTRAY, e -> e.after(CAM, 15, "quiet")),
                one("not the end", Fault.TIMER_ASTRAY, e -> e.events(CAM).remove(3)),
                one(
                        "before what was said before",
                        Fault.TIMER_ASTRAY,
                        e -> e.event(CAM, "text", "rated", BEGIN.plusSeconds(78))),
                one("for a conversation that moved on", Fault.TIMER_ASTRAY, CheckerTest::movedOn));
    }

    private static List<Arguments> sends() {
        return List.of(
                one(
                        "no reason to send again",
                        Fault.UNMARKED,
                        e -> e.reaches(ANN, "Why, Ann?", BEGIN.plusSeconds(9), Mood.WELL),
                        1),
                one(
                        "a reason, and one attempt shown",
                        Fault.UNMARKED,
                        e -> {
                            e.reaches(CAM, "Hear, Cam", BEGIN.plusSeconds(8), Mood.MUTE);
                            e.reaches(CAM, "Hear, Cam", BEGIN.plusSeconds(9), Mood.WELL);
                        },
                        1),
                one("a report", Fault.REPORT_LOST, e -> report(e).remove("providerStatus")),
                one(
                        "a report on the only message in doubt",
                        Fault.REPORT_LOST,
                        e -> {
                            e.taken("May we ask, Ben?", Mood.MUTE);
                            report(e).remove("providerStatus");
                        }),
                one(
                        "a report went back",
                        Fault.REPORT_LOST,
                        e -> report(e).put("providerStatus", "sent")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void oneFaultIsNamedAndNothingElse(Fault fault, Consumer<Evidence> harm, int doubled) {
        harm.accept(evidence);

        var verdict = evidence.verdict();

        assertThat(verdict.faults().keySet())
                .as(verdict.faults().toString())
                .isEqualTo(Set.of(fault));
        assertThat(verdict.of(fault)).hasSize(1);
        assertThat(verdict.doubled()).isEqualTo(doubled);
    }

    @Test
    void aCopyThatNobodyCouldAvoidIsCountedAndNoFault() {
        ((ObjectNode) evidence.messages(ANN).get(2)).put("attempts", 2);
        evidence.taken("Why, Ann?", Mood.MUTE);
        evidence.reaches(ANN, "Why, Ann?", BEGIN.plusSeconds(36), Mood.WELL);

        var verdict = evidence.verdict();

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.doubled()).isEqualTo(1);
    }

    @Test
    void ofTwoMessagesInDoubtAReportMayBeEithers() {
        evidence.taken("May we ask, Ben?", Mood.MUTE);
        evidence.taken("You hear nothing more, Ben", Mood.MUTE);
        report(evidence).remove("providerStatus");

        assertThat(evidence.verdict().faults()).isEmpty();
    }

    @Test
    void whatIsSaidOutsideAConversationIsShownNowhere() {
        evidence.reaches(BEN, "Nothing is open, Ben", BEGIN.plusSeconds(3), Mood.WELL);

        assertThat(evidence.verdict().faults()).isEmpty();
    }

    /** They said yes when their time to do so was over: no question was asked. */
    @Test
    void whoeverIsTooLateWithTheirConsentIsRemindedOfNothing() {
        evidence.events(CAM).remove(2);
        evidence.events(CAM).remove(1);
        evidence.lines(CAM).remove(1);
        event(evidence, 1).put("at", BEGIN.plusSeconds(80).toString());
        evidence.response(CAM).put("disposition", "expired");

        assertThat(evidence.verdict().faults()).isEmpty();
    }

    @Test
    void wordsThatCameTooLateToBeAddedOweNoLabel() {
        evidence.event(ANN, "text", "said_more", "and late, Ann", BEGIN.plusSeconds(60));

        assertThat(evidence.verdict().faults()).isEmpty();
    }

    private static Arguments one(String name, Fault fault, Consumer<Evidence> harm) {
        return one(name, fault, harm, 0);
    }

    private static Arguments one(String name, Fault fault, Consumer<Evidence> harm, int doubled) {
        return argumentSet(fault.words() + ": " + name, fault, harm, doubled);
    }

    private static Testimony stuck(Testimony t) {
        return new Testimony(
                t.name(),
                t.address(),
                t.manner(),
                t.rating(),
                t.reason(),
                t.afterthought(),
                t.said(),
                Optional.of("no answer"),
                t.silencedAt(),
                t.invitation(),
                t.again());
    }

    private static ObjectNode first(Evidence e) {
        return (ObjectNode) e.answers(ANN).get(0);
    }

    private static ObjectNode second(Evidence e) {
        return (ObjectNode) e.answers(ANN).get(1);
    }

    private static ObjectNode line(Evidence e, int index) {
        return (ObjectNode) e.lines(ANN).get(index);
    }

    private static ObjectNode event(Evidence e, int index) {
        return (ObjectNode) e.events(CAM).get(index);
    }

    private static ObjectNode report(Evidence e) {
        return (ObjectNode) e.messages(BEN).get(0);
    }

    private static ObjectNode wish(Evidence e, int answer) {
        return (ObjectNode) e.people.get(1).invitation().orElseThrow().answers().get(answer);
    }

    private static ObjectNode again(Evidence e) {
        return (ObjectNode) e.people.get(1).again().orElseThrow().answers().getFirst();
    }

    private static void refused(Evidence e) {
        wish(e, 1).put("status", "refused");
    }

    private static void score(Evidence e, int n, String distribution) {
        e.scores.put(
                Inquiry.PATIENT,
                Evidence.object(
                        "{\"n\":%d,\"distribution\":%s,\"suppressed\":false}"
                                .formatted(n, distribution)));
    }

    private static void hidden(Evidence e) {
        e.scores.put(Inquiry.HASTY, Evidence.object("{\"n\":1,\"suppressed\":true}"));
    }

    /** Ann answered long ago. */
    private static void movedOn(Evidence e) {
        e.event(ANN, "quiet", "", BEGIN.plusSeconds(4 * 24 * 3600));
    }
}
