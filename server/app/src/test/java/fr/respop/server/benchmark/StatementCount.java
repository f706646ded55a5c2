package fr.respop.server.benchmark;

import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.context.request.RequestContextHolder;

/** Counts the SQL statements of a server. */
class StatementCount implements BeanPostProcessor {

    private final AtomicLong count = new AtomicLong();
    private final AtomicLong countOfRequests = new AtomicLong();

    long get() {
        return count.get();
    }

    /** Of the threads that answer requests, not of what goes on beside them. */
    long ofRequests() {
        return countOfRequests.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database
                ? ProxyDataSourceBuilder.create(database)
                        .afterQuery((execution, queries) -> add(queries.size()))
                        .build()
                : bean;
    }

    private void add(int statements) {
        count.addAndGet(statements);
        if (RequestContextHolder.getRequestAttributes() != null) {
            countOfRequests.addAndGet(statements);
        }
    }
}
