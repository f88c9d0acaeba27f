package io.entendu.flows.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final Map<String, String> VALUES = Map.of("agent", "Julie", "odd", "{agent|x}");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "plain words; plain words",
                "{agent} helped you; Julie helped you",
                "{agent|your adviser} helped; Julie helped",
                "{nobody|your adviser} helped; your adviser helped",
                "so {nobody}it is; so it is",
                "so {nobody|}it is; so it is",
                "{odd} stays as it is; {agent|x} stays as it is"
            })
    void fillsPlaces(String source, String text) {
        assertThat(Template.of(source).fill(VALUES)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{agent", "agent}", "{}", "{Agent}", "{a b}", "{{agent}}", "{|x}"})
    void refusesWhatIsNoPlace(String source) {
        assertThatIllegalArgumentException().isThrownBy(() -> Template.of(source));
    }

    @Test
    void knowsWhichValuesItCannotDoWithout() {
        var template = Template.of("{sender} and {agent|us}");

        assertThat(template.names()).containsExactlyInAnyOrder("sender", "agent");
        assertThat(template.needed()).containsExactly("sender");
    }
}
