package io.entendu.flows;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** The content of a revision as people write survey files. */
public final class SurveyYaml {

    /** Lines stay as long as their texts are, so that tools compare them text by text. */
    private static final YAMLMapper YAML =
            YAMLMapper.builder(YAMLFactory.builder().stringQuotingChecker(new Quoting()).build())
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
                    .enable(
                            YAMLWriteFeature.MINIMIZE_QUOTES,
                            YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS,
                            YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                    .build();

    private SurveyYaml() {}

    /**
     * A survey file that is read as this very content.
     *
     * @param content as {@link SurveyLibrary#content} gives it
     */
    public static String of(String content) {
        return YAML.writeValueAsString(JsonMapper.shared().readTree(content));
    }

    /** What does not begin with a letter may be a number in one of YAML's many forms: 1e3, .5. */
    private static final class Quoting extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return value.isEmpty()
                    || !Character.isLetter(value.codePointAt(0))
                    || super.needToQuoteValue(value);
        }
    }
}
