package io.entendu.flows;

import io.entendu.flows.InvalidSurveyException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds survey files and publishes them, all or none. */
final class SurveyFiles {

    private static final String INDEX = "surveys/index.txt";

    private final SharedWording shared;
    private final StandardQuestions standard = StandardQuestions.load();
    private final Taxonomies taxonomies;
    private final List<Problem> problems = new ArrayList<>();

    private SurveyFiles(SharedWording shared, Function<String, Optional<String>> taxonomies) {
        this.shared = shared;
        this.taxonomies = new Taxonomies(taxonomies);
    }

    static Collection<Publication> seeds() {
        var files = new SurveyFiles(SharedWording.load(), SurveyFiles::ownTaxonomy);
        return files.all(files.published(seedTexts()));
    }

    static Collection<Publication> seedsAnd(Path directory) {
        var files = new SurveyFiles(SharedWording.load(), taxonomies(directory));
        var publications = files.published(seedTexts());
        publications.putAll(files.published(files.texts(directory)));
        return files.all(publications);
    }

    /** One file that comes by itself. */
    static Collection<Publication> one(
            String name, String text, Function<String, Optional<String>> taxonomies) {
        var files = new SurveyFiles(SharedWording.load(), taxonomies);
        return files.all(files.published(Map.of(name, text)));
    }

    static Collection<Publication> earlier(Collection<String> contents) {
        var files = new SurveyFiles(SharedWording.load().forEarlier(), _ -> Optional.empty());
        var publications = new LinkedHashMap<String, Publication>();
        for (var content : contents) {
            files.read("earlier revision", content)
                    .map(file -> Publication.of(file, content))
                    .ifPresent(p -> publications.put(p.survey().key().toString(), p));
        }
        return files.all(publications);
    }

    private Collection<Publication> all(Map<String, Publication> publications) {
        if (!problems.isEmpty()) {
            throw new InvalidSurveyException(problems);
        }
        return publications.values();
    }

    /** Each file's survey by its id; a second file of one id is a problem. */
    private Map<String, Publication> published(Map<String, String> texts) {
        var publications = new LinkedHashMap<String, Publication>();
        var origins = new LinkedHashMap<String, String>();
        texts.forEach((name, text) ->
                read(name, text)
                        .map(Publication::of)
                        .ifPresent(publication -> {
                            var id = publication.survey().id().value();
                            var before = origins.putIfAbsent(id, name);
                            if (before != null) {
                                problems.add(
                                        new Problem(
                                                name,
                                                "id",
                                                "\""
                                                        + id
                                                        + "\" is the id of "
                                                        + before
                                                        + " too; change one of them"));
                            }
                            publications.put(id, publication);
                        }));
        return publications;
    }

    private Optional<SurveyFile> read(String name, String text) {
        var found = new Problems(name);
        var tree = Yaml.parse(found, text);
        var file =
                found.isEmpty()
                        ? SurveyFileReader.read(found, tree, shared, standard, taxonomies)
                        : Optional.<SurveyFile>empty();
        problems.addAll(found.found());
        return file;
    }

    private static Map<String, String> seedTexts() {
        var texts = new LinkedHashMap<String, String>();
        Resources.text(INDEX)
                .lines()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .forEach(id -> {
                    var name = "surveys/" + id + ".yaml";
                    texts.put(name, Resources.text(name));
                });
        return texts;
    }

    /** The texts of the taxonomies of a directory of surveys, and of the program. */
    static Function<String, Optional<String>> taxonomies(Path directory) {
        return name ->
                files(directory.resolve("taxonomies"), name + ".yaml").or(() -> ownTaxonomy(name));
    }

    static Optional<String> ownTaxonomy(String name) {
        return Resources.find("taxonomies/" + name + ".yaml");
    }

    private Map<String, String> texts(Path directory) {
        var texts = new LinkedHashMap<String, String>();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(SurveyFiles::isSurveyFile).sorted().toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException unreadable) {
            problems.add(
                    new Problem(
                            directory.toString(),
                            "",
                            "cannot be read as a directory of UTF-8 files: "
                                    + unreadable.getMessage()));
        }
        return texts;
    }

    private static boolean isSurveyFile(Path file) {
        var name = file.toString();
        return Files.isRegularFile(file) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static Optional<String> files(Path directory, String name) {
        var file = directory.resolve(name);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
