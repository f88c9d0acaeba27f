package io.entendu.app.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * What one browser follows live. All methods but the listener are called by one thread, in this
 * order: {@code watch}, {@code backlog}, then {@code event} as often as needed.
 */
public interface Feed<T> {

    /** Tells {@code listener} of everything from now on; the listener never blocks. */
    Watch watch(Consumer<T> listener);

    /** What came before and the browser has not seen yet, oldest first. */
    List<T> backlog();

    /** The item as it is sent; empty when there is no need to. */
    Optional<SseEventBuilder> event(T item);
}
