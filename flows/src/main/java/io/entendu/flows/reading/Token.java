package io.entendu.flows.reading;

/**
 * A piece of a reply: letters, digits, both, or one other character.
 *
 * @param text folded: lower case, without accents, digits of any script as ASCII
 * @param start where it begins in the reply as it came
 * @param end where it ends there
 * @param gap whether white space stands before it
 */
record Token(Kind kind, String text, int start, int end, boolean gap) {

    enum Kind {
        WORD,
        NUMBER,
        MIXED,
        MARK
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isMark() {
        return kind == Kind.MARK;
    }

    boolean is(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }
}
