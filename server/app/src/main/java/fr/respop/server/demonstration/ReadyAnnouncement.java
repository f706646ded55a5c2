package fr.respop.server.demonstration;

import fr.respop.server.fhir.LocalStore;
import fr.respop.territories.Pyramid;
import fr.respop.territories.Territory;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Says where the server is once all is loaded, and shows the demonstration territory's diabetes pyramid beside the
 * published one.
 *
 * <p>The counts come from the server's own {@code $evaluate-measure}, asked over HTTP as a client would.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ReadyAnnouncement implements ApplicationRunner {

    private static final List<String> LABELS = List.of(
            "at risk [à risque]",
            "stable [stable]",
            "unstable [instable]",
            "complicated [compliqué]",
            "complex [complexe]");
    private static final Logger LOG = LoggerFactory.getLogger(ReadyAnnouncement.class);

    private final DemonstrationProperties properties;
    private final LocalStore store;
    private final Environment environment;
    private final PyramidClient client;

    ReadyAnnouncement(
            DemonstrationProperties properties, LocalStore store, Environment environment, PyramidClient client) {
        this.properties = properties;
        this.store = store;
        this.environment = environment;
        this.client = client;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var address = environment.getProperty("server.address", "127.0.0.1");
        var base = "http://" + address + ":" + environment.getRequiredProperty("local.server.port") + "/fhir";
        var group = properties.territory() + "-diabetes";
        if (properties.enabled() && store.find(Group.class, group).isPresent()) {
            var territory = Territory.byId(properties.territory());
            var published = territory.publishedPyramid().scaled(properties.scale());
            LOG.info(
                    "Diabetes pyramid of {} (synthetic residents, 1:{})\n{}",
                    territory.name(),
                    properties.scale(),
                    table(client.residentsByStratum(base, group), published));
        }
        LOG.info("Respop is ready: {}", base);
    }

    private static String table(Map<String, Integer> computed, Pyramid published) {
        var table = new StringBuilder("  stratum [strate]          computed  published\n");
        for (var stratum = Pyramid.STRATA - 1; stratum >= 0; stratum--) {
            table.append(String.format(
                    "  %d %-22s %9d %10d%n",
                    stratum,
                    LABELS.get(stratum),
                    computed.getOrDefault(String.valueOf(stratum), 0),
                    published.count(stratum)));
        }
        return table.toString();
    }
}
