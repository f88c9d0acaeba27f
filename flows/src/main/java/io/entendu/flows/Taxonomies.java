package io.entendu.flows;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds the taxonomy that a survey names, each read once. */
final class Taxonomies {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** A file that was looked for by a survey: its tree, and what is wrong with it. */
    private record Found(JsonNode tree, Problems problems) {}

    private final Function<String, Optional<String>> files;
    private final Map<String, Optional<Found>> known = new HashMap<>();

    /**
     * Taxonomies out of these files.
     *
     * @param files the text of the taxonomy of this name
     */
    Taxonomies(Function<String, Optional<String>> files) {
        this.files = files;
    }

    /**
     * The taxonomy of a survey file: the one it names, or the one that it holds, as a published
     * survey does.
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
            if (found.isEmpty()) {
                survey.problem(
                        "taxonomy",
                        "there is no taxonomies/" + n + ".yaml; write it, or name another");
            }
            found.map(Found::problems)
                    .filter(p -> !p.isEmpty())
                    .ifPresent(p ->
                            survey.problem(
                                    "taxonomy",
                                    "has mistakes of its own: " + p.found().getFirst()));
            return found.filter(f -> f.problems().isEmpty()).map(Found::tree);
        });
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a taxonomy is named by a-z, 0-9 and '-', such as customer-service");
        }
        return text;
    }

    private Optional<Found> load(String name) {
        return files.apply(name)
                .map(text -> {
                    var problems = new Problems("taxonomies/" + name + ".yaml");
                    var tree = Yaml.parse(problems, text);
                    if (problems.isEmpty()) {
                        TaxonomyFile.read(problems, "", tree);
                    }
                    return new Found(tree, problems);
                });
    }
}
