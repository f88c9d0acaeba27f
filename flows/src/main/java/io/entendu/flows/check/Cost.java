package io.entendu.flows.check;

/** SMS segments sent, on the cheapest path and on the dearest. */
record Cost(int least, int most) {

    static final Cost NOTHING = new Cost(0, 0);

    Cost plus(Cost other) {
        return new Cost(least + other.least, most + other.most);
    }

    /** Of two ways on, whichever somebody takes. */
    Cost or(Cost other) {
        return new Cost(Math.min(least, other.least), Math.max(most, other.most));
    }
}
