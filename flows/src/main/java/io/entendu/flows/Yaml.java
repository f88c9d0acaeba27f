package io.entendu.flows;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML as a tree that knows where its parts stand. */
final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder().build();

    /** The parser's own limit, but it would read for seconds before it says so. */
    private static final int MOST_CHARACTERS = 3 * 1024 * 1024;

    private Yaml() {}

    /**
     * The tree; from then on the problems tell line and column. Empty after a mistake that leaves
     * no tree; other mistakes of YAML, such as a key that stands twice, become problems beside it.
     */
    static Optional<JsonNode> parse(Problems problems, String text) {
        if (text.length() > MOST_CHARACTERS) {
            problems.addAt(
                    Optional.empty(),
                    "",
                    "is too large: write at most " + MOST_CHARACTERS + " characters");
            return Optional.empty();
        }
        try (var parser = MAPPER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                problems.addAt(
                        Optional.of(new Position(1, 1)),
                        "",
                        "holds no keys; write \"id: …\" and so on");
                return Optional.empty();
            }
            return Optional.of(new YamlTree(parser).read(problems));
        } catch (JacksonException malformed) {
            var mistake = YamlMistake.of(malformed, text);
            problems.addAt(mistake.position(), "", mistake.advice());
            return Optional.empty();
        }
    }
}
