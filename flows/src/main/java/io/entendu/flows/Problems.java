package io.entendu.flows;

import io.entendu.flows.InvalidSurveyException.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects the mistakes of one file while reading goes on. */
final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(String place, String advice) {
        found.add(new Problem(file, place, advice));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> found() {
        return List.copyOf(found);
    }
}
