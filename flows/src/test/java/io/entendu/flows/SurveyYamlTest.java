package io.entendu.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SurveyYamlTest {

    @Test
    void aContentWrittenAsYamlIsReadAsTheSameContent() {
        var library = SurveyLibrary.ofSeeds().with(AllKinds.LIBRARY);

        for (var survey : library.all()) {
            var content = library.content(survey.key()).orElseThrow();

            var again = SurveyDrafts.ofSeeds().read("again", SurveyYaml.of(content));

            assertThat(again.content(survey.key())).contains(content);
        }
    }

    /** What YAML would take for something else stays a text. */
    @Test
    void textsThatLookLikeOtherThingsStayTexts() {
        var yaml = SurveyYaml.of("{\"a\":\"10\",\"b\":\"true\",\"c\":\"1e3\",\"d\":\"null\"}");

        var tree = Yaml.parse(new Problems("again"), yaml).orElseThrow();

        assertThat(tree).allMatch(value -> value.isString(), yaml);
    }
}
