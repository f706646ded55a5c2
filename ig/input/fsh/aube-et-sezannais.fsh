// A territory adapts the reference: what Aube et Sézannais printed as its typical year of a person with type 2 diabetes,
// for strata 1 and 4 (Fédération hospitalière de France, presentation of Responsabilité populationnelle, 2025). The acts,
// their conditions and their dates are those of the reference; the list and the frequencies are the printed ones.

RuleSet: AubeEtSezannais
* useContext[+].code = http://terminology.hl7.org/CodeSystem/usage-context-type#venue
* useContext[=].valueCodeableConcept.text = "Aube et Sézannais"

RuleSet: AubeEtSezannaisStrategy(n, french, english)
* insert CanonicalMetadata(PlanDefinition, AubeEtSezannaisDiabetesStrategyStratum{n})
* insert CpgKnowledge
* title = "Aube et Sézannais: diabetes, stratum {n}, {english}"
* insert French(title, [[Aube et Sézannais : diabète, strate {n}, {french}]])
* description = "The typical year of a resident in stratum {n} as Aube et Sézannais printed it; adapted from the reference strategy."
* insert French(description, [[L'année type d'une personne en strate {n}, telle que le territoire Aube et Sézannais l'a imprimée ; adaptée du logigramme de référence.]])
* type = $planType#workflow-definition
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* library = "https://respop.org/fhir/Library/DiabetesFollowUp|0.1.0"
* useContext[+].code = http://terminology.hl7.org/CodeSystem/usage-context-type#focus
* useContext[=].valueCodeableConcept = $stratum#diabetes-{n}
* insert AubeEtSezannais
* relatedArtifact.type = #derived-from
* relatedArtifact.resource = "https://respop.org/fhir/PlanDefinition/DiabetesStrategyStratum{n}|0.1.0"

Instance: AubeEtSezannaisDiabetesStrategyStratum1
InstanceOf: PlanDefinition
Usage: #definition
* insert AubeEtSezannaisStrategy(1, stable, stable)
* insert DiabetesCapillaryGlucoseAction([[2 fois par semaine, ou 2 par jour selon les objectifs]], [[Twice a week, or twice a day according to targets]])
* insert DiabetesWeightAction([[1 fois par mois]], [[Once a month]])
* insert DiabetesBloodPressureAction([[1 fois par mois]], [[Once a month]])
* insert DiabetesFootSelfCareAction([[Tous les jours]], [[Every day]])
* insert DiabetesHbA1cAction([[Tous les 6 mois sans médicament ou sous traitement oral à l'objectif ; sinon tous les 3 mois]], [[Every 6 months without drug or on oral treatment at target; otherwise every 3 months]])
* insert DiabetesLabPanelAction([[1 fois par an]], [[Once a year]])
* insert DiabetesEcgAction([[1 fois par an]], [[Once a year]])
* insert DiabetesMonofilamentAction([[1 fois par an]], [[Once a year]])
* insert DiabetesFundusAction([[1 fois tous les 2 ans en l'absence de rétinopathie]], [[Once in 2 years without retinopathy]])
* insert DiabetesVaccinationAction([[Vérifier les rappels (DTPC, pneumocoque…) et proposer la grippe]], [[Check boosters (diphtheria-tetanus-polio-pertussis, pneumococcus…) and offer influenza]])

Instance: AubeEtSezannaisDiabetesStrategyStratum4
InstanceOf: PlanDefinition
Usage: #definition
* insert AubeEtSezannaisStrategy(4, complexe, complex)
* insert DiabetesCapillaryGlucoseAction([[2 à 4 par jour sous insuline]], [[2 to 4 a day on insulin]])
* insert DiabetesWeightAction([[1 fois par mois, à chaque consultation]], [[Once a month, at each consultation]])
* insert DiabetesBloodPressureAction([[1 fois par mois]], [[Once a month]])
* insert DiabetesFootSelfCareAction([[Tous les jours]], [[Every day]])
* insert DiabetesHbA1cAction([[Tous les 3 mois]], [[Every 3 months]])
* insert DiabetesCardiovascularRiskAction([[À chaque consultation]], [[At each consultation]])
* insert DiabetesComplicationsReviewAction([[Au moins 1 fois par an]], [[At least once a year]])
* insert DiabetesEcgAction([[1 à 2 fois par an en fonction du terrain]], [[Once or twice a year depending on the patient]])
* insert DiabetesLabPanelAction([[1 fois par an]], [[Once a year]])
* insert DiabetesMonofilamentAction([[1 à 2 fois par an]], [[Once or twice a year]])
* insert DiabetesFundusAction([[1 fois par an]], [[Once a year]])
* insert DiabetesVaccinationAction([[Vérifier les rappels (DTPC, pneumocoque…) et proposer la grippe]], [[Check boosters (diphtheria-tetanus-polio-pertussis, pneumococcus…) and offer influenza]])

RuleSet: AubeEtSezannaisStratum(n, french, english)
* action[+].id = "stratum-{n}"
* action[=].title = "Strate {n}, {french} · Stratum {n}, {english}"
* action[=].description = "Suivi de la strate {n} en Aube et Sézannais · Follow-up of stratum {n} in Aube et Sézannais"
* action[=].code.coding[+] = $commonProcess#guideline-based-care
* action[=].code.coding[+] = $stratum#diabetes-{n}
* action[=].condition.kind = #applicability
* action[=].condition.expression.language = #text/cql-identifier
* action[=].condition.expression.expression = "Is Stratum {n}"
* action[=].definitionCanonical = "https://respop.org/fhir/PlanDefinition/AubeEtSezannaisDiabetesStrategyStratum{n}|0.1.0"

Instance: AubeEtSezannaisDiabetesPathway
InstanceOf: PlanDefinition
Usage: #definition
* insert CanonicalMetadata(PlanDefinition, AubeEtSezannaisDiabetesPathway)
* insert CpgKnowledge
* title = "Aube et Sézannais: diabetes pathway"
* insert French(title, [[Aube et Sézannais : parcours diabète de type 2]])
* description = "The diabetes pathway of one territory: strata 1 and 4 as the territory printed them, the others as the reference."
* insert French(description, [[Le parcours diabète d'un territoire : strates 1 et 4 telles qu'il les a imprimées, les autres comme la référence.]])
* type = $planType#clinical-protocol
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* library = "https://respop.org/fhir/Library/DiabetesStrata|0.1.0"
* useContext[+].code = http://terminology.hl7.org/CodeSystem/usage-context-type#focus
* useContext[=].valueCodeableConcept = $programme#diabetes
* insert AubeEtSezannais
* relatedArtifact.type = #derived-from
* relatedArtifact.resource = "https://respop.org/fhir/PlanDefinition/DiabetesPathway|0.1.0"
* insert PathwayStratum(Diabetes, diabetes, 0, à risque, at risk)
* insert AubeEtSezannaisStratum(1, stable, stable)
* insert PathwayStratum(Diabetes, diabetes, 2, instable, unstable)
* insert PathwayStratum(Diabetes, diabetes, 3, compliqué, complicated)
* insert AubeEtSezannaisStratum(4, complexe, complex)
