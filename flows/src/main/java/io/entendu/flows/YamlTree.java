package io.entendu.flows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Builds the tree of one document, and notes where each key and value stands. */
final class YamlTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Told when all places are known. */
    private record Slip(Position at, String place, String advice) {}

    private final JsonParser parser;
    private final Map<String, Places.Spot> spots = new HashMap<>();
    private final List<Slip> slips = new ArrayList<>();

    /**
     * A tree to be read.
     *
     * @param parser at the beginning of an object
     */
    YamlTree(JsonParser parser) {
        this.parser = parser;
    }

    JsonNode read(Problems problems) {
        var tree = value("", here());
        if (parser.nextToken() != null) {
            slips.add(new Slip(here(), "", "a second document begins here; write one a file"));
        }
        problems.locate(new Places(spots));
        slips.forEach(slip -> problems.addAt(Optional.of(slip.at()), slip.place(), slip.advice()));
        return tree;
    }

    private JsonNode value(String place, Position key) {
        var token = parser.currentToken();
        spots.put(place, new Places.Spot(key, here(), token.isScalarValue()));
        return switch (token) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> list(place);
            default -> text(place);
        };
    }

    private JsonNode object(String place) {
        var object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var key = here();
            var at = Places.key(place, name);
            parser.nextToken();
            if (object.has(name)) {
                slips.add(new Slip(key, at, "stands twice in this section; keep one of them"));
                parser.skipChildren();
            } else {
                object.set(name, value(at, key));
            }
        }
        return object;
    }

    private JsonNode list(String place) {
        var list = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(Places.item(place, list.size()), here()));
        }
        return list;
    }

    private JsonNode text(String place) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            slips.add(
                    new Slip(
                            here(),
                            place,
                            "*"
                                    + parser.getString()
                                    + " stands for what is written elsewhere; write it out here"));
        }
        return parser.readValueAsTree();
    }

    private Position here() {
        var at = parser.currentTokenLocation();
        return new Position(at.getLineNr(), at.getColumnNr());
    }
}
