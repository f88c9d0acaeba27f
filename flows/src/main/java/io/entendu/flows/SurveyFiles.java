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
import java.util.function.Consumer;

/** Finds survey files and publishes them, all or none. */
final class SurveyFiles {

    private static final String INDEX = "surveys/index.txt";

    private final SharedWording shared;
    private final StandardQuestions standard = StandardQuestions.load();
    private final Taxonomies taxonomies;
    private final List<Problem> problems = new ArrayList<>();

    /** What a file says, and where it says so. */
    private record Read(SurveyFile file, Origin origin) {}

    private SurveyFiles(SharedWording shared, Taxonomies.Files taxonomies) {
        this.shared = shared;
        this.taxonomies = new Taxonomies(taxonomies);
    }

    static Collection<Publication> seeds() {
        var files = new SurveyFiles(SharedWording.load(), (name, _) -> ownTaxonomy(name));
        return files.all(files.published(seedSources()));
    }

    static Collection<Publication> seedsAnd(Path directory) {
        var files = new SurveyFiles(SharedWording.load(), taxonomies(directory));
        var publications = files.published(seedSources());
        publications.putAll(files.published(files.sources(directory)));
        return files.all(publications);
    }

    /** One file that comes by itself. */
    static Collection<Publication> one(String name, String text, Taxonomies.Files taxonomies) {
        var files = new SurveyFiles(SharedWording.load(), taxonomies);
        return files.all(files.published(List.of(new Source(name, text))));
    }

    static Collection<Publication> earlier(Collection<String> contents) {
        var files = new SurveyFiles(SharedWording.load().forEarlier(), (_, _) -> Optional.empty());
        var publications = new LinkedHashMap<String, Publication>();
        for (var content : contents) {
            files.read(new Source("earlier revision", content))
                    .map(read -> Publication.of(read.file(), content))
                    .ifPresent(p -> publications.put(p.survey().key().toString(), p));
        }
        return files.all(publications);
    }

    private Collection<Publication> all(Map<String, Publication> publications) {
        if (!problems.isEmpty()) {
            throw new InvalidSurveyException(problems.stream().distinct().toList());
        }
        return publications.values();
    }

    /** Each file's survey by its id; a second file of one id is a problem. */
    private Map<String, Publication> published(List<Source> sources) {
        var publications = new LinkedHashMap<String, Publication>();
        var origins = new LinkedHashMap<String, Origin>();
        for (var source : sources) {
            read(source)
                    .ifPresent(read -> {
                        var id = read.file().id().value();
                        var before = origins.putIfAbsent(id, read.origin());
                        if (before != null) {
                            problems.add(twice(id, read.origin(), before));
                        }
                        publications.put(id, Publication.of(read.file()).from(read.origin()));
                    });
        }
        return publications;
    }

    private static Problem twice(String id, Origin origin, Origin before) {
        return new Problem(
                origin.file(),
                "id",
                "\"" + id + "\" is the id of " + before.file() + " too; change one of them",
                origin.position("id", Optional.empty()));
    }

    private Optional<Read> read(Source source) {
        var found = new Problems(source.file());
        var read =
                Yaml.parse(found, source.text())
                        .map(tree -> standard.complete(found, tree))
                        .flatMap(tree ->
                                SurveyFileReader.read(found, tree, shared, taxonomies)
                                        .map(file ->
                                                new Read(
                                                        file,
                                                        Origin.of(
                                                                source.file(),
                                                                found.places(),
                                                                tree))));
        problems.addAll(found.found());
        return read;
    }

    private static List<Source> seedSources() {
        return Resources.text(INDEX)
                .lines()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(id -> "surveys/" + id + ".yaml")
                .map(name -> new Source(name, Resources.text(name)))
                .toList();
    }

    /** The taxonomies of a directory of surveys, and of the program. */
    static Taxonomies.Files taxonomies(Path directory) {
        return (name, problems) -> taxonomy(directory, name, problems);
    }

    static Optional<Source> ownTaxonomy(String name) {
        return Source.find("taxonomies/" + name + ".yaml");
    }

    /** Of the directory, else of the program; one that cannot be read is not replaced. */
    private static Optional<Source> taxonomy(
            Path directory, String name, Consumer<Problem> problems) {
        var file = directory.resolve("taxonomies").resolve(name + ".yaml");
        return Files.isRegularFile(file) ? Source.read(file, problems) : ownTaxonomy(name);
    }

    private List<Source> sources(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(SurveyFiles::isSurveyFile)
                    .sorted()
                    .flatMap(file -> Source.read(file, problems::add).stream())
                    .toList();
        } catch (IOException unreadable) {
            problems.add(
                    new Problem(
                            directory.toString(),
                            "",
                            "cannot be read as a directory: " + unreadable.getMessage()));
            return List.of();
        }
    }

    private static boolean isSurveyFile(Path file) {
        var name = file.toString();
        return Files.isRegularFile(file) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }
}
