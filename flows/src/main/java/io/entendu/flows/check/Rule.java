package io.entendu.flows.check;

import java.util.stream.Stream;

/** One thing that is looked at. Knows no order among rules. */
interface Rule {

    Stream<Finding> check(Subject subject);
}
