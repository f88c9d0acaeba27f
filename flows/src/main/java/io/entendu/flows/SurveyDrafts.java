package io.entendu.flows;

import java.nio.file.Path;

/** Reads survey files that come one by one. Safe for many threads. */
public final class SurveyDrafts {

    private final Taxonomies.Files taxonomies;

    private SurveyDrafts(Taxonomies.Files taxonomies) {
        this.taxonomies = taxonomies;
    }

    /** Files that may name the taxonomies that come with the program. */
    public static SurveyDrafts ofSeeds() {
        return new SurveyDrafts((name, _) -> SurveyFiles.ownTaxonomy(name));
    }

    /** Files that may also name those of a directory of surveys, which win. */
    public static SurveyDrafts ofSeedsAnd(Path directory) {
        return new SurveyDrafts(SurveyFiles.taxonomies(directory));
    }

    /**
     * A library of the one survey that a file describes.
     *
     * @param name what the file is called in problems
     * @param text YAML, or JSON, which is YAML too
     * @throws InvalidSurveyException when the file has a mistake
     */
    public SurveyLibrary read(String name, String text) {
        return SurveyLibrary.of(SurveyFiles.one(name, text, taxonomies));
    }
}
