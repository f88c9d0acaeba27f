package io.entendu.flows;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML as a tree; a key that stands twice is a mistake. */
final class Yaml {

    private static final YAMLMapper MAPPER =
            YAMLMapper.builder(new YAMLFactory())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private Yaml() {}

    /** The tree; an empty object after a problem. */
    static JsonNode parse(Problems problems, String text) {
        try {
            var tree = MAPPER.readTree(text);
            if (tree.isObject()) {
                return tree;
            }
            problems.add("", "holds no keys; write \"id: …\" and so on");
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            problems.add(
                    "line " + (at == null ? "?" : at.getLineNr()),
                    "is not YAML: " + malformed.getOriginalMessage());
        }
        return JsonNodeFactory.instance.objectNode();
    }
}
