package io.entendu.flows;

import io.entendu.flows.InvalidSurveyException.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects the mistakes of one file while reading goes on. */
final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();
    private Places places = Places.NONE;

    Problems(String file) {
        this.file = file;
    }

    /** From now on a problem is where its place is. */
    void locate(Places where) {
        places = where;
    }

    Places places() {
        return places;
    }

    /** About a value, or about one that is missing. */
    void add(String place, String advice) {
        found.add(new Problem(file, place, advice, places.of(place)));
    }

    /** About a key that should not be there. */
    void addAtKey(String place, String advice) {
        found.add(new Problem(file, place, advice, places.ofKey(place)));
    }

    void addAt(Optional<Position> position, String place, String advice) {
        found.add(new Problem(file, place, advice, position));
    }

    /** Those of a file that this one names. */
    void addAll(Collection<Problem> ofAnother) {
        found.addAll(ofAnother);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> found() {
        return List.copyOf(found);
    }
}
