package org.kepu;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Several people doing something at the same moment. */
public final class Together {

    private Together() {}

    /** What came of it, person by person. Whoever fails, fails the test. */
    public static <T> List<T> together(int people, IntFunction<T> act) {
        var start = new CountDownLatch(people);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < people; i++) {
                var person = i;
                running.add(threads.submit((Callable<T>) () -> {
                    start.countDown();
                    start.await();
                    return act.apply(person);
                }));
            }
            var outcomes = new ArrayList<T>();
            for (var one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
