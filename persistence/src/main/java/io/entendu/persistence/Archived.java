package io.entendu.persistence;

import io.entendu.persistence.wire.Codec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What lies of one conversation in several places while it moves, together.
 *
 * @param conversation JSON; empty where only the rest is kept
 * @param log its lines, JSON
 * @param ledger its lines, JSON
 * @param finished what was sent or given up, in the words of {@code outbox.lua}
 * @param deliveries what providers reported of these
 */
record Archived(
        String conversation,
        List<String> log,
        List<String> ledger,
        List<String> finished,
        Map<String, String> deliveries) {

    /** The word of a finished line that is the provider's id. */
    private static final int PROVIDER = 7;

    static final Archived NOTHING = new Archived("", List.of(), List.of(), List.of(), Map.of());

    Archived {
        log = List.copyOf(log);
        ledger = List.copyOf(ledger);
        finished = List.copyOf(finished);
        deliveries = Map.copyOf(deliveries);
    }

    /** What lies of a person in several places, of all their conversations. */
    record Lying(
            List<String> log,
            List<String> ledger,
            List<String> finished,
            Map<String, String> deliveries) {}

    /** What of it belongs to one conversation. */
    static Archived of(String conversation, Lying lying, int number, Codec codec) {
        var finished =
                lying.finished.stream()
                        .filter(line -> line.split(" ", -1)[1].equals(String.valueOf(number)))
                        .toList();
        var deliveries = new TreeMap<String, String>();
        for (var line : finished) {
            var id = line.split(" ", -1)[PROVIDER];
            if (lying.deliveries.containsKey(id)) {
                deliveries.put(id, lying.deliveries.get(id));
            }
        }
        return new Archived(
                conversation,
                lying.log.stream().filter(l -> codec.log(l).conversation() == number).toList(),
                lying.ledger.stream()
                        .filter(l -> codec.consent(l).conversation() == number)
                        .toList(),
                finished,
                deliveries);
    }

    /** This, which was archived before, and what came after it. */
    Archived and(Archived later) {
        var reports = new TreeMap<>(deliveries);
        reports.putAll(later.deliveries);
        return new Archived(
                later.conversation.isEmpty() ? conversation : later.conversation,
                joined(log, later.log),
                joined(ledger, later.ledger),
                joined(finished, later.finished),
                reports);
    }

    private static List<String> joined(List<String> first, List<String> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    /** As it is written: one value, a line for each, told apart by its first letter. */
    String packed() {
        var lines = new ArrayList<String>();
        lines.add("c" + conversation);
        log.forEach(line -> lines.add("l" + line));
        ledger.forEach(line -> lines.add("k" + line));
        finished.forEach(line -> lines.add("f" + line));
        new TreeMap<>(deliveries).forEach((id, report) -> lines.add("d" + id + " " + report));
        return Packing.pack(String.join("\n", lines));
    }

    static Archived of(String packed) {
        var conversation = "";
        var log = new ArrayList<String>();
        var ledger = new ArrayList<String>();
        var finished = new ArrayList<String>();
        var deliveries = new TreeMap<String, String>();
        for (var line : Packing.unpack(packed).split("\n", -1)) {
            var rest = line.substring(1);
            switch (line.charAt(0)) {
                case 'c' -> conversation = rest;
                case 'l' -> log.add(rest);
                case 'k' -> ledger.add(rest);
                case 'f' -> finished.add(rest);
                case 'd' -> {
                    var blank = rest.indexOf(' ');
                    deliveries.put(rest.substring(0, blank), rest.substring(blank + 1));
                }
                default -> throw new IllegalStateException("a newer version archived this");
            }
        }
        return new Archived(conversation, log, ledger, finished, deliveries);
    }

    /** A value of a record: the conversation as it lies there, or out of the archive. */
    static String conversation(String written) {
        return Packing.isPacked(written) ? of(written).conversation : written;
    }

    /** Everything of a person that is archived, in the order of the conversations. */
    static Archived all(Map<String, String> archive) {
        return archive.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> Integer.parseInt(e.getKey())))
                .map(e -> of(e.getValue()))
                .reduce(NOTHING, Archived::and);
    }
}
