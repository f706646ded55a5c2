/**
 * The cheap rules on who a person is, checked at every write: national identifiers and their keys, gender, the one
 * official identifier, the form of a postal code.
 *
 * <p>Knows FR Core's identifiers; knows neither storage nor the other features. It never repeats an identifier.
 */
@NullMarked
package fr.respop.server.identity;

import org.jspecify.annotations.NullMarked;
