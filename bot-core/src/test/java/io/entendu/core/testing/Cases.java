package io.entendu.core.testing;

import java.util.stream.Stream;

/** The cases of a closed family, those of families within it included. */
public final class Cases {

    private Cases() {}

    /** Every record of the sealed interface {@code family}. */
    public static Stream<Class<?>> of(Class<?> family) {
        return Stream.of(family.getPermittedSubclasses())
                .flatMap(member -> member.isSealed() ? of(member) : Stream.of(member));
    }
}
