package io.entendu.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.analysis.ThemeId;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.SurveyId;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an id may look like, and what it prints. */
class IdsTest {

    private static final String RESPONDENT = "0123456789abcdefghjkmnpqrs";

    @ParameterizedTest
    @MethodSource
    void accepts(Function<String, Object> id, String value) {
        assertThatCode(() -> id.apply(value)).doesNotThrowAnyException();
    }

    static Stream<Arguments> accepts() {
        return Stream.of(
                row("a survey", SurveyId::new, "nps-after-call"),
                row("a survey of one character", SurveyId::new, "7"),
                row("a survey of 63", SurveyId::new, "a".repeat(63)),
                row("a question", QuestionId::new, "why_not-2"),
                row("a question of 32", QuestionId::new, "q".repeat(32)),
                row("a theme", ThemeId::new, "wait_time"),
                row("a theme of 40", ThemeId::new, "t".repeat(40)),
                row("a respondent", RespondentId::new, RESPONDENT),
                row(
                        "a respondent with the last letters",
                        RespondentId::new,
                        "tvwxyz".repeat(4) + "00"),
                row("an invitation", InvitationId::new, "abcABC012_-abcABC012_-"));
    }

    @ParameterizedTest
    @MethodSource
    void refuses(Function<String, Object> id, String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> id.apply(value));
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                row("an empty survey", SurveyId::new, ""),
                row("a survey in capitals", SurveyId::new, "NPS"),
                row("a survey that begins with a hyphen", SurveyId::new, "-nps"),
                row("a survey of 64", SurveyId::new, "a".repeat(64)),
                row("a survey with a slash", SurveyId::new, "a/b"),
                row("a survey with a line", SurveyId::new, "nps\n"),
                row("an empty question", QuestionId::new, ""),
                row("a question with a space", QuestionId::new, "a b"),
                row("a question that begins with an underscore", QuestionId::new, "_a"),
                row("a question of 33", QuestionId::new, "q".repeat(33)),
                row("a question beyond ASCII", QuestionId::new, "é"),
                row("an empty theme", ThemeId::new, ""),
                row("a theme that begins with a digit", ThemeId::new, "1st"),
                row("a theme with a hyphen", ThemeId::new, "wait-time"),
                row("a theme of 41", ThemeId::new, "t".repeat(41)),
                row("a respondent with a letter too few", RespondentId::new, "0".repeat(25)),
                row("a respondent with a letter too many", RespondentId::new, "0".repeat(27)),
                row("a respondent in capitals", RespondentId::new, "A".repeat(26)),
                row("a respondent with an i", RespondentId::new, "i".repeat(26)),
                row("a respondent with an l", RespondentId::new, "l".repeat(26)),
                row("a respondent with an o", RespondentId::new, "o".repeat(26)),
                row("a respondent with a u", RespondentId::new, "u".repeat(26)),
                row("an invitation of 21", InvitationId::new, "a".repeat(21)),
                row("an invitation of 23", InvitationId::new, "a".repeat(23)),
                row("an invitation with a plus", InvitationId::new, "a".repeat(21) + "+"));
    }

    private static Arguments row(String what, Function<String, Object> id, String value) {
        return argumentSet(what, id, value);
    }

    @Test
    void aConversationIsFoundByWhatItPrints() {
        var id = new ConversationId(new RespondentId(RESPONDENT), 12);

        assertThat(id).hasToString(RESPONDENT + "-12");
        assertThat(ConversationId.parse(id.toString())).contains(id);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConversationId(new RespondentId(RESPONDENT), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                RESPONDENT,
                RESPONDENT + "-",
                RESPONDENT + "-0",
                RESPONDENT + "-01",
                RESPONDENT + "--1",
                RESPONDENT + "-99999999999",
                RESPONDENT + "-1 ",
                "uuuuuuuuuuuuuuuuuuuuuuuuuu-1"
            })
    void whatIsNoConversationIsNotFound(String text) {
        assertThat(ConversationId.parse(text)).isEmpty();
    }

    @Test
    void anInvitationIsNotPrintedBecauseWhoKnowsItMayTakeIt() {
        assertThat(new InvitationId("abcABC012_-abcABC012_-").toString()).doesNotContain("abc");
    }

    @Test
    void theMistakeOfASecretIdIsNotPrintedEither() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvitationId("secret"))
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RespondentId("+33600000000"))
                .withMessageNotContaining("336");
    }
}
