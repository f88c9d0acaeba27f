package io.entendu.flows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The file that a survey was read from, and where its parts stand in it. No part of the survey: the
 * same survey may be written in many ways.
 */
public final class Origin {

    private static final String QUESTIONS = "questions";
    private static final String TEXTS = "texts";

    private final String file;
    private final Places places;

    /** By their ids, because a question may move. */
    private final Map<String, String> questions;

    private Origin(String file, Places places, Map<String, String> questions) {
        this.file = file;
        this.places = places;
        this.questions = Map.copyOf(questions);
    }

    static Origin of(String file, Places places, JsonNode tree) {
        var questions = new HashMap<String, String>();
        var list = tree.path(QUESTIONS);
        for (var i = 0; i < list.size(); i++) {
            var id = list.path(i).path("id");
            if (id.isValueNode()) {
                questions.putIfAbsent(id.asString(), Places.item(QUESTIONS, i));
            }
        }
        return new Origin(file, places, questions);
    }

    public String file() {
        return file;
    }

    /**
     * Where a part of the survey stands, or the section around it.
     *
     * @param place with the id of a question, and without a language: {@code questions.reason.ask};
     *     empty for the survey as a whole
     * @param locale of whose text it is; empty for the part in all languages
     * @return empty for a text that the file leaves to the wording that surveys share
     */
    public Optional<Position> position(String place, Optional<Locale> locale) {
        var rest = new ArrayDeque<>(place.isEmpty() ? List.of() : List.of(place.split("\\.")));
        var at = descend(question(rest), rest, locale.map(Locale::toLanguageTag));
        return place.startsWith(TEXTS + ".") && !rest.isEmpty() ? Optional.empty() : places.of(at);
    }

    /** Takes the first two names off where they lead to a question. */
    private String question(Deque<String> rest) {
        if (rest.size() < 2 || !rest.getFirst().equals(QUESTIONS)) {
            return "";
        }
        var names = List.copyOf(rest);
        var place = questions.get(names.get(1));
        if (place == null) {
            return "";
        }
        rest.removeFirst();
        rest.removeFirst();
        return place;
    }

    /** As far as the file goes; the language may stand before or after any name. */
    private String descend(String at, Deque<String> rest, Optional<String> language) {
        var spoken = language.map(tag -> Places.key(at, tag)).filter(places::isSection);
        if (spoken.isPresent()) {
            return descend(spoken.get(), rest, Optional.empty());
        }
        var next = Optional.ofNullable(rest.peekFirst()).flatMap(name -> child(at, name));
        if (next.isEmpty()) {
            return language.map(tag -> Places.key(at, tag)).filter(places::has).orElse(at);
        }
        rest.removeFirst();
        return descend(next.get(), rest, language);
    }

    /** By its key, or by its index in a list. */
    private Optional<String> child(String place, String name) {
        return List.of(Places.key(place, name), place + "[" + name + "]").stream()
                .filter(places::has)
                .findFirst();
    }
}
