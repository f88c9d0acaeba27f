package io.entendu.flows.wording;

import io.entendu.core.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with places to fill in: <code>{sender}</code>, or with words for want of a value: <code>
 * {agent|your adviser}</code>.
 *
 * <p>What is filled in is data: braces in it stand for themselves. A text may have a variant for a
 * channel, which is used there in its place.
 */
public final class Template {

    private sealed interface Part {

        record Words(String text) implements Part {}

        record Place(String name, Optional<String> otherwise) implements Part {}
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final String source;
    private final List<Part> parts;
    private final Map<Channel, Template> variants;

    private Template(String source, List<Part> parts, Map<Channel, Template> variants) {
        this.source = source;
        this.parts = List.copyOf(parts);
        this.variants = Map.copyOf(variants);
    }

    /** This text, and another on some channels. */
    public Template with(Map<Channel, Template> others) {
        return new Template(source, parts, others);
    }

    /** The text of this channel. */
    public Template on(Channel channel) {
        return variants.getOrDefault(channel, this);
    }

    /** The texts of the channels that have their own. */
    public Map<Channel, Template> variants() {
        return variants;
    }

    /**
     * The template written like this.
     *
     * @throws IllegalArgumentException saying what is wrong and what to write instead
     */
    public static Template of(String source) {
        var parts = new ArrayList<Part>();
        var from = 0;
        while (from < source.length()) {
            var open = source.indexOf('{', from);
            var words = source.substring(from, open < 0 ? source.length() : open);
            if (words.contains("}")) {
                throw new IllegalArgumentException(
                        "a '}' without its '{'; write {name} or {name|words otherwise}");
            }
            parts.add(new Part.Words(words));
            if (open < 0) {
                break;
            }
            var close = source.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException(
                        "a '{' without its '}'; write {name} or {name|words otherwise}");
            }
            parts.add(place(source.substring(open + 1, close)));
            from = close + 1;
        }
        return new Template(source, parts, Map.of());
    }

    private static Part.Place place(String inside) {
        var bar = inside.indexOf('|');
        var name = bar < 0 ? inside : inside.substring(0, bar);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "{"
                            + inside
                            + "} names no value; a name is a-z, 0-9 and '_', as in {agent|words otherwise}");
        }
        return new Part.Place(
                name, bar < 0 ? Optional.empty() : Optional.of(inside.substring(bar + 1)));
    }

    /** The names of the places, whether they have words otherwise or not. */
    public Set<String> names() {
        return names(false);
    }

    /** The names of the places that must have a value. */
    public Set<String> needed() {
        return names(true);
    }

    private Set<String> names(boolean onlyNeeded) {
        return parts.stream()
                .filter(Part.Place.class::isInstance)
                .map(Part.Place.class::cast)
                .filter(place -> !onlyNeeded || place.otherwise().isEmpty())
                .map(Part.Place::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The text with its places filled; a place with neither value nor words otherwise stays empty.
     */
    public String fill(Map<String, String> values) {
        var filled = new StringBuilder(2 * source.length());
        for (var part : parts) {
            filled.append(
                    switch (part) {
                        case Part.Words(var text) -> text;
                        case Part.Place(var name, var otherwise) ->
                                values.getOrDefault(name, otherwise.orElse(""));
                    });
        }
        return filled.toString();
    }

    /** The text as it was written. */
    @Override
    public String toString() {
        return source;
    }
}
