package io.entendu.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a script answered: texts, numbers and lists by position. */
record Reply(List<?> parts) {

    boolean isEmpty() {
        return parts.isEmpty();
    }

    int size() {
        return parts.size();
    }

    String text(int index) {
        return String.valueOf(parts.get(index));
    }

    long number(int index) {
        return Long.parseLong(text(index));
    }

    Instant instant(int index) {
        return Instant.ofEpochMilli(number(index));
    }

    List<String> texts(int index) {
        var part = (List<?>) parts.get(index);
        var texts = new ArrayList<String>(part.size());
        for (var text : part) {
            texts.add(String.valueOf(text));
        }
        return Collections.unmodifiableList(texts);
    }

    Reply reply(int index) {
        return new Reply((List<?>) parts.get(index));
    }
}
