package io.entendu.app.line;

import static io.entendu.app.line.House.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.conversation.Disposition;
import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Prompt.Beside.Matter;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.Request;
import io.entendu.core.respondent.Suppression;
import io.entendu.core.response.Tallies.Cell;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.SurveyId;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies as they come: in pieces, corrected, edited, and with something else in between. */
class AsPeopleWriteTest {

    private static final QuestionId SCORE = new QuestionId("score");
    private static final QuestionId REASON = new QuestionId("reason");

    private final House house = new House();

    @BeforeEach
    void asksForTheScore() {
        house.says("nps-after-call");
        house.says("oui");
    }

    @Test
    void wordsInSeveralMessagesAreOneAnswer() {
        house.says("3");
        house.says("Vingt minutes d'attente");
        house.waits(Duration.ofSeconds(5));
        house.says("et personne au bout");
        house.waits(Duration.ofSeconds(5));
        house.says("merci");
        house.waits(Duration.ofSeconds(11));
        house.says("encore un mot");

        assertThat(house.words(REASON)).isEqualTo("Vingt minutes d'attente\net personne au bout");
        assertThat(house.conversation().disposition()).isEqualTo(Disposition.COMPLETE);
    }

    @Test
    void aSecondNumberIsAskedAboutAndCountsOnce() {
        house.says("8");
        house.waits(Duration.ofSeconds(20));
        house.says("9");
        assertThat(house.heardLast())
                .containsExactly(new Prompt.Ask(SCORE, Occasion.DOUBTED, OptionalInt.of(8)));

        house.says("9");

        assertThat(house.rating(SCORE)).isEqualTo(9);
        assertThat(counted()).containsExactly(9);
    }

    @Test
    void aNumberLaterIsAWordLikeAnyOther() {
        house.says("8");
        house.waits(Duration.ofMinutes(2));
        house.says("9");

        assertThat(house.rating(SCORE)).isEqualTo(8);
        assertThat(house.words(REASON)).isEqualTo("9");
    }

    @Test
    void aCorrectionThatSaysSoIsTakenHoweverLate() {
        house.says("8");
        house.waits(Duration.ofHours(2));
        house.says("je voulais dire 6");

        assertThat(house.rating(SCORE)).isEqualTo(6);
        assertThat(counted()).containsExactly(6);
        assertThat(house.heardLast())
                .containsExactly(new Prompt.Ask(REASON, Occasion.FIRST, OptionalInt.of(6)));
    }

    @Test
    void anEditedMessageChangesItsAnswerAsOftenAsItIsEdited() {
        house.says("score", "8");
        house.changes("score", "6");
        house.changes("score", "5");

        assertThat(house.rating(SCORE)).isEqualTo(5);
        assertThat(counted()).containsExactly(5);
    }

    @Test
    void anEditedMessageThatWasNoAnswerIsReadAsIfItCameNow() {
        house.says("score", "euh");
        house.changes("score", "6");

        assertThat(house.rating(SCORE)).isEqualTo(6);
    }

    @Test
    void anEditAfterTheEndChangesNothingButStopIsStop() {
        house.says("score", "8");
        house.says("reason", "Bien");
        house.changes("score", "2");
        assertThat(house.rating(SCORE)).isEqualTo(8);

        house.changes("reason", "STOP");

        assertThat(house.store.respondents().at(ANN).respondent().isSuppressed()).isTrue();
    }

    @Test
    void anEditOfAMessageNobodyKnowsChangesNothing() {
        house.says("8");
        house.changes("unknown", "2");

        assertThat(house.rating(SCORE)).isEqualTo(8);
        assertThat(house.conversation().asking()).contains(REASON);
    }

    @Test
    void aCommentBeforeItsScoreIsKeptAsTheReason() {
        house.says("la conseillère ne m'a jamais rappelé");
        assertThat(house.heardLast())
                .containsExactly(new Prompt.Ask(SCORE, Occasion.COMMENTED, OptionalInt.empty()));

        house.says("2");

        assertThat(house.words(REASON)).isEqualTo("la conseillère ne m'a jamais rappelé");
        assertThat(house.conversation().phase()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    void theWishForAPersonIsNotedAndTheQuestionStaysOpen() {
        house.says("je veux parler à un conseiller");
        assertThat(house.heardLast()).containsExactly(new Prompt.Beside(Matter.PERSON));
        assertThat(house.conversation().beside().requests()).containsExactly(Request.PERSON);

        house.says("4");

        assertThat(house.rating(SCORE)).isEqualTo(4);
    }

    @Test
    void aScoreInTheSameMessageAsTheWishForAPersonIsKeptToo() {
        house.says("2, rappelez-moi");

        assertThat(house.rating(SCORE)).isEqualTo(2);
        assertThat(house.conversation().beside().requests()).containsExactly(Request.PERSON);
        assertThat(house.heardLast().getFirst()).isEqualTo(new Prompt.Beside(Matter.PERSON));
    }

    @Test
    void aWrongNumberIsNeverWrittenToAgain() {
        house.says("vous vous trompez de numéro");

        var person = house.store.respondents().at(ANN).respondent();
        assertThat(person.suppression().map(Suppression::cause))
                .contains(Suppression.Cause.WRONG_NUMBER);
        assertThat(house.conversation().endedBy()).contains("wrong_number");
    }

    @Test
    void anAutomaticReplyIsNotAnswered() {
        var before = house.conversation();
        house.says("Réponse automatique : je suis absent du bureau jusqu'au 12 mai.");

        assertThat(house.conversation()).isEqualTo(before);
    }

    @Test
    void theLanguageAskedForIsSpokenFromThenOn() {
        house.says("english please");

        assertThat(house.conversation().locale()).isEqualTo(Locale.ENGLISH);
        assertThat(house.heardLast())
                .containsExactly(new Prompt.Ask(SCORE, Occasion.REPEATED, OptionalInt.empty()));
    }

    /** The values counted for the headline, each as often as it is counted. */
    private Stream<Integer> counted() {
        return house.store.tallies().of(new SurveyId("nps-after-call")).stream()
                .filter(cell -> cell.count() != 0)
                .map(Cell::value);
    }
}
