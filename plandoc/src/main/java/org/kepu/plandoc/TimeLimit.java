package org.kepu.plandoc;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Answers in time whatever a file does to the code that reads it. The readers watch the clock themselves; this is for
 * the libraries below them, which a damaged file may send round in circles or out of memory.
 */
final class TimeLimit {
    private static final long STACK_BYTES = 16L << 20;

    private final Duration most;

    TimeLimit(Duration most) {
        this.most = most;
    }

    Reading within(Supplier<Reading> work) {
        var answer = new ArrayBlockingQueue<Reading>(1);
        var worker = new Thread(null, () -> answer.add(guarded(work)), "plan-reading", STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            var reading = answer.poll(most.toNanos(), TimeUnit.NANOSECONDS);
            if (reading != null) {
                return reading;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        worker.interrupt();
        return new Reading.Unreadable("读取文件用时过长，已停止；请检查文件内容是否正常");
    }

    private static Reading guarded(Supplier<Reading> work) {
        try {
            return work.get();
        } catch (OutOfMemoryError tooMuch) {
            return new Reading.Unreadable("文件展开后过大，内存不足，无法读取");
        } catch (RuntimeException | StackOverflowError | LinkageError broken) {
            return new Reading.Unreadable("文件已损坏或格式有误，无法读取");
        }
    }
}
