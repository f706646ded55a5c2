package fr.respop.server.benchmark;

import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the SQL statements of a server. */
class StatementCount implements BeanPostProcessor {

    private final AtomicLong count = new AtomicLong();

    long get() {
        return count.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database
                ? ProxyDataSourceBuilder.create(database)
                        .afterQuery((execution, queries) -> count.addAndGet(queries.size()))
                        .build()
                : bean;
    }
}
