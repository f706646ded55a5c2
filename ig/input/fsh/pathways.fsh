// One pathway a population: it leads a resident to the strategy of their stratum. A territory adapts a strategy by a
// variant of its own, derived from the reference one.

RuleSet: Pathway(population, programme, englishPopulation, frenchPopulation)
* insert CanonicalMetadata(PlanDefinition, {population}Pathway)
* insert CpgKnowledge
* title = "{englishPopulation} pathway"
* insert French(title, [[Parcours {frenchPopulation}]])
* description = "The pathway [parcours] of the {programme} programme: one strategy [logigramme] a stratum, chosen by the resident's stratum."
* insert French(description, [[Le parcours {frenchPopulation} : un logigramme par strate, choisi par la strate de la personne.]])
* type = $planType#clinical-protocol
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* library = "https://respop.org/fhir/Library/{population}Strata|0.1.0"
* useContext.code = http://terminology.hl7.org/CodeSystem/usage-context-type#focus
* useContext.valueCodeableConcept = $programme#{programme}

RuleSet: PathwayStratum(population, programme, n, french, english)
* action[+].id = "stratum-{n}"
* action[=].title = "Strate {n}, {french} · Stratum {n}, {english}"
* action[=].description = "Suivi de la strate {n} · Follow-up of stratum {n}"
* action[=].code.coding[+] = $commonProcess#guideline-based-care
* action[=].code.coding[+] = $stratum#{programme}-{n}
* action[=].condition.kind = #applicability
* action[=].condition.expression.language = #text/cql-identifier
* action[=].condition.expression.expression = "Is Stratum {n}"
* action[=].definitionCanonical = "https://respop.org/fhir/PlanDefinition/{population}StrategyStratum{n}|0.1.0"

Instance: DiabetesPathway
InstanceOf: PlanDefinition
Usage: #definition
* insert Pathway(Diabetes, diabetes, Diabetes, [[diabète de type 2]])
* insert PathwayStratum(Diabetes, diabetes, 0, à risque, at risk)
* insert PathwayStratum(Diabetes, diabetes, 1, stable, stable)
* insert PathwayStratum(Diabetes, diabetes, 2, instable, unstable)
* insert PathwayStratum(Diabetes, diabetes, 3, compliqué, complicated)
* insert PathwayStratum(Diabetes, diabetes, 4, complexe, complex)

Instance: HeartFailurePathway
InstanceOf: PlanDefinition
Usage: #definition
* insert Pathway(HeartFailure, heart-failure, Heart failure, insuffisance cardiaque)
* insert PathwayStratum(HeartFailure, heart-failure, 0, à risque, at risk)
* insert PathwayStratum(HeartFailure, heart-failure, 1, stable, stable)
* insert PathwayStratum(HeartFailure, heart-failure, 2, ambulatoire sous diurétique, ambulatory under diuretic)
* insert PathwayStratum(HeartFailure, heart-failure, 3, [[stabilisée, symptomatique]], [[stabilised, symptomatic]])
* insert PathwayStratum(HeartFailure, heart-failure, 4, récemment décompensée, recently decompensated)
* insert PathwayStratum(HeartFailure, heart-failure, 5, avancée, advanced)
