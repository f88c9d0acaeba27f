package io.entendu.core.testing;

import io.entendu.core.response.Tallies;
import io.entendu.core.survey.SurveyId;
import java.util.List;
import java.util.Map;

final class InMemoryTallies implements Tallies {

    private final Memory memory;

    InMemoryTallies(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<Cell> of(SurveyId survey) {
        synchronized (memory) {
            return memory.tallies.getOrDefault(survey, Map.of()).entrySet().stream()
                    .map(e ->
                            new Cell(
                                    e.getKey().revision(),
                                    e.getKey().question(),
                                    e.getKey().channel(),
                                    e.getKey().origin(),
                                    e.getKey().day(),
                                    e.getKey().value(),
                                    e.getValue()))
                    .toList();
        }
    }
}
