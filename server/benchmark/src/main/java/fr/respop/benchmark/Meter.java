package fr.respop.benchmark;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/** Measures runs in this process, one at a time. */
final class Meter {

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final AtomicLong heap = new AtomicLong();
    private final Set<String> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());

    Meter() {
        ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(NotificationEmitter.class::cast)
                .forEach(collector -> collector.addNotificationListener(this::collected, null, null));
    }

    private void collected(Notification notification, @Nullable Object handback) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            var collection = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            if (!collection.getGcCause().equals("System.gc()")) {
                var used = used(collection.getGcInfo().getMemoryUsageAfterGc());
                heap.accumulateAndGet(used, Math::max);
            }
        }
    }

    private long used(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool -> heapPools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    /** @param work returns the count of the sample */
    Sample measure(LongSupplier work) {
        // What earlier runs left behind is not this one's.
        System.gc();
        heap.set(0);
        var cpu = system.getProcessCpuTime();
        var wall = System.nanoTime();
        var count = work.getAsLong();
        return new Sample(
                count,
                Duration.ofNanos(System.nanoTime() - wall),
                Duration.ofNanos(system.getProcessCpuTime() - cpu),
                heap.get());
    }
}
