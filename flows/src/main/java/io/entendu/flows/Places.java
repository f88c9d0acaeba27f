package io.entendu.flows;

import java.util.Map;
import java.util.Optional;

/**
 * Where the keys and values of a file stand, by place: {@code questions[0].ask.fr}; the file as a
 * whole is the place without a name.
 */
record Places(Map<String, Spot> spots) {

    static final Places NONE = new Places(Map.of());

    /**
     * One key with its value, or an item of a list, which is its own key.
     *
     * @param isText whether the value holds no further places
     */
    record Spot(Position key, Position value, boolean isText) {

        /** A text is looked for where it stands, a section at its name. */
        private Position at() {
            return isText ? value : key;
        }
    }

    Places {
        spots = Map.copyOf(spots);
    }

    boolean has(String place) {
        return spots.containsKey(place);
    }

    boolean isSection(String place) {
        var spot = spots.get(place);
        return spot != null && !spot.isText();
    }

    /** Of the value; of what is missing, the section that misses it. */
    Optional<Position> of(String place) {
        return nearest(place).map(Spot::at);
    }

    Optional<Position> ofKey(String place) {
        return nearest(place).map(Spot::key);
    }

    private Optional<Spot> nearest(String place) {
        var at = place;
        while (!spots.containsKey(at) && !at.isEmpty()) {
            at = parent(at);
        }
        return Optional.ofNullable(spots.get(at));
    }

    private static String parent(String place) {
        return place.substring(
                0, Math.max(0, Math.max(place.lastIndexOf('.'), place.lastIndexOf('['))));
    }

    static String key(String place, String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    static String item(String place, int index) {
        return place + "[" + index + "]";
    }
}
