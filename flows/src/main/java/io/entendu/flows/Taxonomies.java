package io.entendu.flows;

import io.entendu.flows.InvalidSurveyException.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds the taxonomy that a survey names, each read once. */
final class Taxonomies {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Looks for the file of a name; one that is there and cannot be read is a problem. */
    interface Files {

        Optional<Source> find(String name, Consumer<Problem> problems);
    }

    /** A file that was looked for by a survey: its tree, and what is wrong with it. */
    private record Found(Optional<JsonNode> tree, List<Problem> problems) {}

    private final Files files;
    private final Map<String, Found> known = new HashMap<>();

    /**
     * Taxonomies out of these files.
     *
     * @param files where they are looked for
     */
    Taxonomies(Files files) {
        this.files = files;
    }

    /**
     * The taxonomy of a survey file: the one it names, or the one that it holds, as a published
     * survey does. Mistakes in the file it names are reported as that file's.
     */
    Optional<JsonNode> of(Problems problems, Section survey) {
        if (survey.isObject("taxonomy")) {
            return survey.tree("taxonomy")
                    .filter(tree -> TaxonomyFile.read(problems, "taxonomy", tree).isPresent());
        }
        var name =
                survey.needText("taxonomy", "name one, such as customer-service", Taxonomies::name);
        return name.flatMap(n -> {
            var found = known.computeIfAbsent(n, this::load);
            problems.addAll(found.problems());
            if (found.tree().isEmpty() && found.problems().isEmpty()) {
                survey.problem(
                        "taxonomy",
                        "there is no taxonomies/" + n + ".yaml; write it, or name another");
            }
            return found.tree();
        });
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a taxonomy is named by a-z, 0-9 and '-', such as customer-service");
        }
        return text;
    }

    private Found load(String name) {
        var unreadable = new ArrayList<Problem>();
        var source = files.find(name, unreadable::add);
        if (source.isEmpty()) {
            return new Found(Optional.empty(), unreadable);
        }
        var problems = new Problems(source.get().file());
        var tree = Yaml.parse(problems, source.get().text());
        tree.ifPresent(t -> TaxonomyFile.read(problems, "", t));
        return new Found(tree.filter(_ -> problems.isEmpty()), problems.found());
    }
}
