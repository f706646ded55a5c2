package fr.respop.content.check;

import fr.respop.content.source.Content;
import java.util.stream.Stream;

/** One rule that content has to keep. */
interface Rule {

    Stream<Finding> findings(Content content);
}
