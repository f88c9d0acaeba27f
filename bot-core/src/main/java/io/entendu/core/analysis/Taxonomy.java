package io.entendu.core.analysis;

import java.util.List;
import java.util.Optional;

/**
 * A closed list of themes.
 *
 * @param version grows with every change; stands on every label taken from it
 */
public record Taxonomy(String id, int version, List<Theme> themes) {

    /** Themes a verbatim may carry at the most; more is noise to the reader. */
    public static final int MAX_THEMES = 3;

    public Taxonomy {
        themes = List.copyOf(themes);
    }

    public Optional<Theme> theme(ThemeId id) {
        return themes.stream().filter(t -> t.id().equals(id)).findFirst();
    }
}
