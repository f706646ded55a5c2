/**
 * Forms after Structured Data Capture: {@code Questionnaire/$populate} fills in what is known of a resident,
 * {@code QuestionnaireResponse/$extract} makes Observations of the answers.
 *
 * <p>Knows Questionnaires and the CQL and FHIRPath in them. Knows neither the programme's forms nor its workflow: what a
 * form asks, adds up and extracts is in the form.
 */
@NullMarked
package fr.respop.server.questionnaire;

import org.jspecify.annotations.NullMarked;
