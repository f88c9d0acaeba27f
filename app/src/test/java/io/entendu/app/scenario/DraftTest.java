package io.entendu.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.analysis.Flag;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.SendResult;
import io.entendu.core.conversation.Context;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.SurveyLibrary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is written is what is read; of every action. */
class DraftTest {

    private static final Scenarios SCENARIOS = new Scenarios(SurveyLibrary.ofSeeds());

    private static final Setting SETTING =
            new Setting(
                    new SurveyId("enps"),
                    Channel.TELEGRAM,
                    Locale.forLanguageTag("pt-BR"),
                    Instant.parse("2026-05-04T09:30:00.123Z"),
                    Setting.Policy.NONE);

    private static final List<Action> ACTIONS =
            List.of(
                    new Action.Say("tricky: \"9\" # \\ and\nmore\u200b 😀"),
                    new Action.Say(""),
                    new Action.Say("null"),
                    new Action.Tap("Não, obrigado"),
                    new Action.Send("voice"),
                    new Action.Start("enps"),
                    new Action.Edit("8", Optional.of("9: yes")),
                    new Action.Edit("8", Optional.empty()),
                    new Action.Wait(Duration.ofMillis(90_061_500)),
                    new Action.Invite(Context.NONE, Optional.empty(), Optional.empty()),
                    new Action.Invite(
                            new Context(
                                    Optional.of("call: support"),
                                    Optional.of("#4711"),
                                    Optional.of("Léa"),
                                    Optional.of("Nord"),
                                    Optional.of("c-1"),
                                    Map.of("plan", "gold, plus", "years", "3")),
                            Optional.of(ZoneId.of("Europe/Paris")),
                            Optional.of(Instant.parse("2026-05-05T08:00:00Z"))),
                    new Action.Classified(
                            new QuestionId("reason"),
                            Sentiment.MIXED,
                            List.of(new ThemeId("wait_time"), new ThemeId("price")),
                            Set.of(Flag.CALL_BACK)),
                    new Action.Undeliverable(SendResult.Reason.UNREACHABLE));

    @Test
    void whatIsWrittenIsRead() {
        var scenario =
                new Scenario(
                        "x.yaml",
                        "a name: with a colon",
                        SETTING,
                        Optional.of("abc123"),
                        IntStream.range(0, ACTIONS.size()).mapToObj(DraftTest::step).toList(),
                        State.of(Map.of("disposition", "partial", "answers", Map.of("score", 9))));

        var read = SCENARIOS.read(Path.of("x.yaml"), Draft.of(scenario)).scenarios();

        assertThat(read).hasSize(1);
        assertThat(read.getFirst())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*line")
                .isEqualTo(scenario);
    }

    private static Step step(int number) {
        var expectations =
                List.of(
                        List.<String>of(),
                        List.of("One: \"text\""),
                        List.of("1 one\n2 two", "  indented\nlines ", "blank\n\nline", "end\n"));
        return new Step(
                0,
                ACTIONS.get(number),
                number % 2 == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(number)),
                Optional.of(expectations.get(number % expectations.size())),
                State.of(Map.of("phase", "asking", "requests", List.of("person", "deletion"))));
    }
}
