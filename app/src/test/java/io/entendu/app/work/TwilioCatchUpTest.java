package io.entendu.app.work;

import static io.entendu.app.work.Outage.ANN;
import static io.entendu.app.work.Outage.BOB;
import static io.entendu.app.work.Outage.EVERY;
import static io.entendu.app.work.Outage.SMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.entendu.app.work.Outage.Asked;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TwilioCatchUpTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Outage outage = new Outage();
    private final Instant begun = outage.now();

    /** A first instance that works, has people up to the score, and dies two hours later. */
    private void worksUntilItDies() {
        var first = outage.instance();
        first.round();
        first.says(ANN, "nps-after-call");
        first.says(ANN, "oui");
        first.says(BOB, "nps-after-call");
        outage.waits(Duration.ofHours(2));
        first.round();
        assertThat(outage.conversation(ANN).phase()).isEqualTo(Phase.ASKING);
    }

    private Instant reached() {
        return outage.watermarks.look(List.of(SMS)).reached();
    }

    private List<String> sentTo(Address person) {
        return outage.sent.stream()
                .filter(m -> m.to().equals(person))
                .map(OutboundMessage::text)
                .toList();
    }

    @Test
    void aFreshInstallHasMissedNothing() {
        var instance = outage.instance();

        var next = instance.round();

        assertThat(outage.asked).isEmpty();
        assertThat(instance.gate.isShut()).isFalse();
        assertThat(reached()).isEqualTo(begun);
        assertThat(next).isEqualTo(EVERY.plusSeconds(30));
    }

    @Test
    void aStopOfAnOutageIsHonouredBeforeAnythingQueuedGoesOut() {
        worksUntilItDies();
        diesOwing(ANN, BOB);
        var ann = sentTo(ANN).size();
        var bob = sentTo(BOB).size();
        outage.missed(ANN, "STOP");
        outage.waits(Duration.ofSeconds(10));

        var second = outage.instance();
        second.sends();
        assertThat(sentTo(ANN)).as("what waits is held").hasSize(ann);
        assertThat(sentTo(BOB)).hasSize(bob);

        second.round();
        outage.waits(Duration.ofSeconds(10));
        second.sends();

        assertThat(outage.conversation(ANN).phase()).isEqualTo(Phase.OPTED_OUT);
        assertThat(sentTo(ANN)).as("the confirmation and no question").hasSize(ann + 1);
        assertThat(sentTo(ANN).getLast()).doesNotContain("10");
        assertThat(sentTo(BOB)).as("others are asked again").hasSize(bob + 1);
    }

    @Test
    void whatLiesInAnInboxIsHeardAsWellBeforeTheGateOpens() {
        worksUntilItDies();
        diesOwing(ANN);
        outage.store.respondents().receive(outage.message(ANN, "STOP"));
        outage.waits(Duration.ofSeconds(1));

        var second = outage.instance();
        second.round();

        assertThat(second.gate.isShut()).isFalse();
        assertThat(outage.conversation(ANN).phase()).isEqualTo(Phase.OPTED_OUT);
    }

    @Test
    void missedMessagesAreTakenInInOrderAndOnce() {
        worksUntilItDies();
        outage.waits(Duration.ofMinutes(1));
        var score = outage.missed(ANN, "3");
        outage.waits(Duration.ofSeconds(1));
        var reason = outage.missed(ANN, "Trop long");

        var second = outage.instance();
        second.round();
        assertThat(second.line.accept(score)).as("the webhook comes late").isFalse();
        assertThat(second.line.accept(reason)).isFalse();
        outage.waits(Duration.ofSeconds(10));
        second.round();

        var answers = outage.conversation(ANN).answers();
        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst())
                .isInstanceOfSatisfying(
                        Answer.Rating.class, rating -> assertThat(rating.value()).isEqualTo(3));
        assertThat(second.counted("entendu.twilio.recovered", "channel", "sms")).isEqualTo(2);
    }

    @Test
    void theListIsReadFromAnHourBeforeTheWatermark() {
        worksUntilItDies();
        var mark = reached();
        outage.asked.clear();
        outage.waits(Duration.ofMinutes(20));

        outage.instance().round();

        assertThat(outage.asked)
                .singleElement()
                .extracting(Asked::since)
                .isEqualTo(mark.minus(HOUR));
        assertThat(reached()).isEqualTo(outage.now());
    }

    @Test
    void whatCameBeforeTheFirstStartWasNeverOurs() {
        outage.instance().round();
        outage.waits(Duration.ofMinutes(10));

        outage.instance().round();

        assertThat(outage.asked).singleElement().extracting(Asked::since).isEqualTo(begun);
    }

    @Test
    void aLongOutageIsReadDayByDayAndGoesOnWhereItFailed() {
        outage.instance().round();
        outage.waits(Duration.ofHours(36));
        outage.whileListing =
                () -> {
                    if (outage.asked.size() == 2) {
                        outage.unlisted = Optional.of("503");
                    }
                };
        var instance = outage.instance();

        instance.round();

        assertThat(outage.asked)
                .extracting(Asked::until)
                .containsExactly(
                        Instant.parse("2026-05-05T00:00:00Z"),
                        outage.now().plus(Duration.ofMinutes(10)));
        assertThat(reached()).isEqualTo(Instant.parse("2026-05-05T00:00:00Z"));
        assertThat(instance.gate.isShut()).isTrue();
    }

    @Test
    void whatTheStoreMayHaveForgottenIsNotTakenInTwice() {
        worksUntilItDies();
        outage.asked.clear();
        outage.waits(Duration.ofDays(5));

        outage.instance().round();

        assertThat(outage.asked.getFirst().since())
                .isEqualTo(outage.now().minus(MissedMessages.REMEMBERED));
    }

    @Test
    void whileTheListCannotBeHadSendsWaitForABoundedTime() {
        worksUntilItDies();
        diesOwing(BOB);
        var bob = sentTo(BOB).size();
        outage.waits(Duration.ofMinutes(1));
        outage.unlisted = Optional.of("20003");
        var second = outage.instance();

        assertThat(List.of(second.round(), second.round(), second.round()))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L);
        second.sends();
        assertThat(sentTo(BOB)).hasSize(bob);

        outage.waits(Duration.ofMinutes(2));
        second.sends();
        assertThat(sentTo(BOB)).hasSize(bob + 1);
        assertThat(second.counted("entendu.twilio.catchups", "outcome", "given_up")).isEqualTo(1);
        assertThat(second.counted("entendu.twilio.catchups", "outcome", "unlisted")).isEqualTo(3);
        assertThat(second.meters.get("entendu.twilio.watermark.age").gauge().value())
                .isCloseTo(
                        (double) Duration.between(reached(), outage.now()).toSeconds(),
                        within(0.001));

        outage.unlisted = Optional.empty();
        second.round();
        assertThat(reached()).as("it is made good later").isEqualTo(outage.now());
    }

    @Test
    void anOutageDuringTheCatchUpIsCaughtUpWithAsWell() {
        worksUntilItDies();
        outage.waits(Duration.ofMinutes(1));
        var second = outage.instance();
        outage.whileListing =
                () -> {
                    outage.whileListing = () -> {};
                    second.gate.outage();
                };

        second.round();
        assertThat(second.gate.isShut()).isTrue();

        outage.waits(Duration.ofSeconds(1));
        second.round();
        assertThat(second.gate.isShut()).isFalse();
    }

    @Test
    void oneOfTwoInstancesDoesItAndBothGoOn() {
        worksUntilItDies();
        outage.waits(Duration.ofMinutes(1));
        outage.asked.clear();
        var one = outage.instance();
        var other = outage.instance();
        outage.whileListing = () -> assertThat(other.round()).as("looks again soon").hasSeconds(1);

        one.round();
        assertThat(other.gate.isShut()).isTrue();

        outage.whileListing = () -> {};
        other.round();
        assertThat(other.gate.isShut()).isFalse();
        assertThat(outage.asked).hasSize(1);
    }

    @Test
    void everyFewMinutesWhatNoWebhookBroughtIsTakenIn() {
        var instance = outage.instance();
        outage.waits(instance.round());
        outage.missed(ANN, "nps-after-call");
        outage.waits(Duration.ofSeconds(29));

        instance.round();
        assertThat(instance.counted("entendu.twilio.recovered", "channel", "sms"))
                .as("so young a message is left to its webhook")
                .isZero();
        assertThat(reached()).isEqualTo(outage.now().minusSeconds(30));

        outage.waits(EVERY);
        instance.round();
        assertThat(outage.conversation(ANN).phase()).isEqualTo(Phase.CONSENTING);
    }

    @Test
    void whatAnotherInstanceHasJustDoneIsNotDoneAgain() {
        var one = outage.instance();
        var other = outage.instance();
        outage.waits(one.round());
        other.round();
        outage.waits(Duration.ofSeconds(20));
        var lists = outage.asked.size();

        assertThat(one.round()).isEqualTo(EVERY.plusSeconds(30 - 20));

        assertThat(outage.asked).hasSize(lists);
    }

    @Test
    void onceStartedItCatchesUpByItselfAndAtEveryOutage() {
        worksUntilItDies();
        outage.waits(Duration.ofMinutes(1));
        outage.missed(ANN, "STOP");
        var second = outage.instance();

        second.catchUp.start();
        try {
            await().until(() -> !second.gate.isShut());
            assertThat(outage.conversation(ANN).phase()).isEqualTo(Phase.OPTED_OUT);

            outage.missed(BOB, "STOP");
            outage.waits(Duration.ofSeconds(1));
            second.gate.outage();
            await().until(() -> !second.gate.isShut());
            assertThat(outage.store.respondents().at(BOB).respondent().isSuppressed()).isTrue();
        } finally {
            second.catchUp.stop();
        }
        assertThat(second.catchUp.isRunning()).isFalse();
    }

    /** An instance whose provider is away asks these once more, and dies with that unsent. */
    private void diesOwing(Address... persons) {
        var dying = outage.instance();
        dying.round();
        outage.networkDown = true;
        for (var person : persons) {
            dying.says(person, "bof");
        }
        outage.networkDown = false;
        outage.waits(Duration.ofMinutes(1));
    }
}
