package io.entendu.persistence;

import java.time.Instant;
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
        return ((List<?>) parts.get(index)).stream().map(String::valueOf).toList();
    }

    Reply reply(int index) {
        return new Reply((List<?>) parts.get(index));
    }
}
