package fr.respop.server;

import fr.respop.server.commandline.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The Respop server. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ServerApplication {

    /** Starts the server, or runs the command that the first argument names, without a server. */
    public static void main(String[] arguments) {
        if (Commands.isCommand(arguments)) {
            // A command answers on the console, and with the status it ends with.
            System.exit(Commands.run(arguments, System.out, System.err));
        }
        SpringApplication.run(ServerApplication.class, arguments);
    }
}
