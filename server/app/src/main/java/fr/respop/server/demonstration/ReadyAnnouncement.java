package fr.respop.server.demonstration;

import fr.respop.server.fhir.LocalStore;
import fr.respop.territories.Territory;
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
 * Says where the server is once all is loaded, and shows the demonstration territory's pyramids beside the
 * published ones.
 *
 * <p>The counts come from the server's own {@code $evaluate-measure}, asked over HTTP as a client would.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ReadyAnnouncement implements ApplicationRunner {

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
        if (properties.enabled()) {
            var territory = Territory.byId(properties.territory());
            for (var pyramid : ShownPyramid.values()) {
                show(pyramid, territory, base);
            }
        }
        LOG.info("Respop is ready: {}", base);
    }

    private void show(ShownPyramid pyramid, Territory territory, String base) {
        var group = pyramid.programme.targetPopulationId(territory);
        if (store.find(Group.class, group).isEmpty()) {
            return;
        }
        var published = territory.publishedPyramid(pyramid.programme).scaled(properties.scale());
        LOG.info(
                "{} pyramid of {} (synthetic residents, 1:{})\n{}",
                pyramid.title,
                territory.name(),
                properties.scale(),
                pyramid.table(client.residentsByStratum(base, pyramid.measure, group), published));
    }
}
