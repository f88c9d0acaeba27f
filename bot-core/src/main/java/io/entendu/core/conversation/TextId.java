package io.entendu.core.conversation;

/** Where the words of one inbound message lie: conversation and turn, from 1 each. */
public record TextId(int conversation, int turn) {

    @Override
    public String toString() {
        return conversation + "." + turn;
    }
}
