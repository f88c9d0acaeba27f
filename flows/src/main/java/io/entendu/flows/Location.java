package io.entendu.flows;

import java.util.Optional;

/**
 * Where something is to be mended.
 *
 * @param file its path, as it was found; of the survey that comes with the program its name there
 * @param position empty for the file as a whole, and for what the survey has from elsewhere
 */
public record Location(String file, Optional<Position> position) {

    /** {@code my-surveys/shop.yaml:12:7}, to which terminals and editors jump. */
    @Override
    public String toString() {
        return file + position.map(at -> ":" + at).orElse("");
    }
}
