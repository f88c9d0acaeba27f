package io.entendu.app.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The documents of a YAML file as nodes that know where they stand. */
final class Documents {

    private Documents() {}

    /** All documents; none after a mistake. */
    static List<Node> of(Mistakes mistakes, String text) {
        var documents = new ArrayList<Node>();
        try {
            var compose = new Compose(LoadSettings.builder().build());
            compose.composeAllFromString(text).forEach(documents::add);
            if (documents.isEmpty()) {
                mistakes.add(Optional.empty(), "holds no scenario; begin with survey: and its id");
            }
        } catch (MarkedYamlEngineException malformed) {
            mistakes.add(malformed.getProblemMark(), "is not YAML: " + malformed.getProblem());
            return List.of();
        } catch (YamlEngineException malformed) {
            mistakes.add(Optional.empty(), "is not YAML: " + malformed.getMessage());
            return List.of();
        }
        return documents;
    }

    /** The entry of a mapping under this key. */
    static Optional<NodeTuple> entry(Node mapping, String key) {
        return mapping instanceof MappingNode keys
                ? keys.getValue().stream()
                        .filter(entry ->
                                entry.getKeyNode() instanceof ScalarNode scalar
                                        && scalar.getValue().equals(key))
                        .findFirst()
                : Optional.empty();
    }

    static boolean isEmpty(Node list) {
        return list instanceof SequenceNode sequence && sequence.getValue().isEmpty();
    }

    static List<Node> items(Node list) {
        return list instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }
}
