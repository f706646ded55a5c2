// How an item of follow-up becomes a Measure, a recommendation, an activity and an action of a strategy.
// Titles and descriptions are English with their French translation. What $apply copies into a plan, where a translation
// would be lost, is both in one string, French · English: titles and descriptions of actions, and code.text.
// Measures: the criteria name expressions of the CQL libraries. Element ids are required by the evaluator.

RuleSet: MeasureMetadata(id, library)
* insert CanonicalMetadata(Measure, {id})
* library = "https://respop.org/fhir/Library/{library}|0.1.0"
* extension[+].url = $populationBasis
* extension[=].valueCode = #boolean
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient

RuleSet: Population(code, expression)
* group.population[+].id = "{code}"
* group.population[=].code = $population#{code}
* group.population[=].criteria.language = #text/cql-identifier
* group.population[=].criteria.expression = "{expression}"

RuleSet: Stratifier(id, text, expression)
* group.stratifier[+].id = "{id}"
* group.stratifier[=].component.id = "{id}-value"
* group.stratifier[=].component.code.text = "{text}"
* group.stratifier[=].component.criteria.language = #text/cql-identifier
* group.stratifier[=].component.criteria.expression = "{expression}"

RuleSet: FollowUpMeasure(item, code, display)
* topic = $followUpItem#{code} "{display}"
* type = $measureType#process
* scoring = $scoring#proportion
* improvementNotation = $improvement#increase
* group.id = "follow-up"
* insert Population(initial-population, Initial Population)
* insert Population(denominator, {item} Denominator)
* insert Population(denominator-exception, {item} Denominator Exception)
* insert Population(numerator, {item} Numerator)
* insert Stratifier(stratum, Stratum [strate], Stratum)
* extension[+].url = "https://respop.org/fhir/StructureDefinition/respop-care-gap"
* extension[=].extension[0].url = "status"
* extension[=].extension[0].valueString = "{item} Status"
* extension[=].extension[1].url = "lastDone"
* extension[=].extension[1].valueString = "{item} Last Done"
* extension[=].extension[2].url = "due"
* extension[=].extension[2].valueString = "{item} Due"
* extension[=].extension[3].url = "recommendedDue"
* extension[=].extension[3].valueString = "{item} Recommended Due"
* extension[=].extension[4].url = "evidence"
* extension[=].extension[4].valueString = "{item} Evidence"

// One recommendation an item, one ActivityDefinition a recommendation: the item applies, and is due, as the follow-up library of the population says.

RuleSet: Recommendation(population, name, item, code, display, french, english, frenchText, englishText)
* insert CanonicalMetadata(PlanDefinition, {population}{name}Recommendation)
* insert CpgKnowledge
* title = "{english}"
* insert French(title, [[{french}]])
* description = "{englishText}"
* insert French(description, [[{frenchText}]])
* type = $planType#eca-rule
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* library = "https://respop.org/fhir/Library/{population}FollowUp|0.1.0"
* action.id = "{code}"
* action.title = "{french} · {english}"
* action.description = "{frenchText} · {englishText}"
* action.code = $followUpItem#{code} "{display}"
* action.condition.kind = #applicability
* action.condition.expression.language = #text/cql-identifier
* action.condition.expression.expression = "{item} Planned"
* action.definitionCanonical = "https://respop.org/fhir/ActivityDefinition/{population}{name}Activity|0.1.0"

RuleSet: Activity(population, name, item, code, display, french, english, frenchText, englishText)
* insert CanonicalMetadata(ActivityDefinition, {population}{name}Activity)
* insert CpgKnowledge
* title = "{english}"
* insert French(title, [[{french}]])
* description = "{englishText}"
* insert French(description, [[{frenchText}]])
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* library = "https://respop.org/fhir/Library/{population}FollowUp|0.1.0"
* kind = #ServiceRequest
* intent = #proposal
* doNotPerform = false
* code = $followUpItem#{code} "{display}"
* code.text = "{french} · {english}"
* dynamicValue[+].path = "occurrenceDateTime"
* dynamicValue[=].expression.language = #text/cql-identifier
* dynamicValue[=].expression.expression = "{item} Due Date Time"
* dynamicValue[+].path = "reasonCode"
* dynamicValue[=].expression.language = #text/cql-identifier
* dynamicValue[=].expression.expression = "{item} Reason Concept"
* dynamicValue[+].path = "supportingInfo"
* dynamicValue[=].expression.language = #text/cql-identifier
* dynamicValue[=].expression.expression = "{item} Evidence"

// One strategy a stratum: the logigramme. Its actions name the recommendations and their frequency; the exact date of
// each comes from CQL. The condition stands here as well as in the recommendation: an item that does not apply then
// leaves no empty group in the plan.

RuleSet: Strategy(population, programme, englishPopulation, frenchPopulation, n, french, english)
* insert CanonicalMetadata(PlanDefinition, {population}StrategyStratum{n})
* insert CpgKnowledge
* title = "{englishPopulation}, stratum {n}, {english}"
* insert French(title, [[{frenchPopulation}, strate {n}, {french}]])
* description = "Follow-up of a resident in stratum {n} of the {programme} programme [logigramme]: what applies, and when it is due."
* insert French(description, [[{frenchPopulation}, strate {n} : logigramme de suivi, ce qui s'applique et quand c'est à faire.]])
* type = $planType#workflow-definition
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* library = "https://respop.org/fhir/Library/{population}FollowUp|0.1.0"
* useContext.code = http://terminology.hl7.org/CodeSystem/usage-context-type#focus
* useContext.valueCodeableConcept = $stratum#{programme}-{n}

RuleSet: StrategyAction(population, name, item, code, display, process, title, french, english)
* action[+].id = "{code}"
* action[=].title = "{title}"
* action[=].description = "{french} · {english}"
* action[=].code.coding[+] = $commonProcess#{process}
* action[=].code.coding[+] = $followUpItem#{code} "{display}"
* action[=].condition.kind = #applicability
* action[=].condition.expression.language = #text/cql-identifier
* action[=].condition.expression.expression = "{item} Planned"
* action[=].definitionCanonical = "https://respop.org/fhir/PlanDefinition/{population}{name}Recommendation|0.1.0"
