package io.entendu.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.flows.SurveyLibrary;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An update writes what really came and leaves the rest of the file as it is. */
class RewritingTest {

    private static final Scenarios SCENARIOS = new Scenarios(SurveyLibrary.ofSeeds());

    @Test
    void whatIsMissingIsWrittenAndCommentsStay() {
        assertThat(
                        updated(
                                """
                                # A comment of the file.
                                survey: enps   # employees
                                locale: en
                                steps:
                                  - say: enps  # the keyword
                                  # before the refusal
                                  - say: 'no'
                                    state: {phase: asking}  # wrong
                                # behind the last step
                                """))
                .isEqualTo(
                        """
                        # A comment of the file.
                        survey: enps   # employees
                        locale: en
                        steps:
                          - say: enps  # the keyword
                            expect: "Hello, this is Acme's automated assistant. About working at Acme, may I ask you 2 questions? Reply 1 for yes, 2 for no, STOP to hear no more from us."
                          # before the refusal
                          - say: 'no'
                            expect: "No problem, we leave it at that. Thank you, and have a good day."
                            state: {phase: declined}  # wrong
                        end:
                          disposition: refused
                          endedBy: refusal
                          consent: refused
                          answers: {}
                        # behind the last step
                        """);
    }

    @Test
    void valuesOfEveryStyleAreReplaced() {
        var text =
                """
                survey: enps
                locale: en
                steps:
                  - {say: "😀", expect: old, after: 1m}
                  - say: STOP
                    expect:
                      - one
                      # within
                      - two
                    after: 1m
                  - say: STOP
                    expect: |-
                      Many
                      lines
                    state:
                      stopped: no
                      answers:
                        score: 9

                # the end
                end: {consent: granted}
                """;

        assertThat(updated(text))
                .isEqualTo(
                        """
                        survey: enps
                        locale: en
                        steps:
                          - {say: "😀", expect: "This is Acme's automated assistant. There is no question open. To give your opinion, send ces-after-call. STOP to hear no more from us.", after: 1m}
                          - say: STOP
                            expect: "Done: you will hear no more from us. To change your mind, send START."
                            after: 1m
                          - say: STOP
                            expect: []
                            state:
                              stopped: yes
                              answers: none

                        # the end
                        end: {consent: withdrawn}
                        """);
    }

    @Test
    void severalTextsAreAListAndLinesAreLines() {
        var text =
                updated(
                        """
                        survey: post-resolution
                        locale: en
                        channel: web
                        steps:
                          - start: post-resolution
                          - tap: yes
                          - say: 4, but I want to talk to a person
                        """);

        assertThat(text)
                .contains(
                        """
                          - say: 4, but I want to talk to a person
                            expect:
                        """,
                        """
                              - |-
                        """,
                        """
                                1 Better
                                2 About the same
                        """);
    }

    @Test
    void anUpdatedFilePassesAndStaysAsItIs() {
        var once =
                updated(
                        """
                        survey: post-resolution
                        channel: whatsapp
                        steps: [{say: post-resolution}, {say: oui}, {say: "5"}, {say: "1"}, {wait: 3d}]
                        ---
                        survey: share-of-wallet
                        steps:
                        - invite:
                        - say: 'non merci
                            vraiment'
                        """);
        var file = SCENARIOS.read(Path.of("x.yaml"), once);

        assertThat(file.scenarios()).hasSize(2).allMatch(s -> SCENARIOS.run(s).passed());
        assertThat(file.scenarios())
                .allMatch(s -> s.steps().stream().allMatch(step -> step.expect().isPresent()));
        assertThat(SCENARIOS.update(file).text()).isEqualTo(once);
    }

    private static String updated(String text) {
        return SCENARIOS.update(SCENARIOS.read(Path.of("x.yaml"), text)).text();
    }
}
