package io.entendu.flows.reading;

/** What somebody may say beside an answer; where one reply says several, the first counts. */
enum Intent {
    /** Nobody said it: a machine answers for somebody who is away. */
    AUTO_REPLY,
    /** A life is in danger, their own or another's. */
    EMERGENCY,
    /** They want a person, or something done that only a person can do. */
    PERSON,
    WHO_ARE_YOU,
    SOURCE_OF_NUMBER,
    DELETE_DATA,
    /** Somebody else than the customer has this address, or the customer has died. */
    WRONG_NUMBER,
    LATER,
    QUESTION,
    /** An insult that is the message, not one within a complaint. */
    ABUSE
}
