// One strategy a stratum: the logigramme. Its actions name the recommendations and their frequency; the exact date of
// each comes from CQL. The condition stands here as well as in the recommendation: an item that does not apply then
// leaves no empty group in the plan.

RuleSet: Strategy(n, french, english)
* insert CanonicalMetadata(PlanDefinition, DiabetesStrategyStratum{n})
* insert CpgKnowledge
* title = "Diabetes, stratum {n}, {english}"
* insert French(title, [[Diabète, strate {n}, {french}]])
* description = "Follow-up of a resident in stratum {n} of the diabetes programme [logigramme]: what applies, and when it is due."
* type = $planType#workflow-definition
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* library = "https://respop.org/fhir/Library/DiabetesFollowUp|0.1.0"
* useContext.code = http://terminology.hl7.org/CodeSystem/usage-context-type#focus
* useContext.valueCodeableConcept = $stratum#diabetes-{n}

RuleSet: StrategyAction(name, item, code, display, process, title, french, english)
* action[+].id = "{code}"
* action[=].title = "{title}"
* action[=].description = "{french} · {english}"
* action[=].code.coding[+] = $commonProcess#{process}
* action[=].code.coding[+] = $followUpItem#{code} "{display}"
* action[=].condition.kind = #applicability
* action[=].condition.expression.language = #text/cql-identifier
* action[=].condition.expression.expression = "{item} Applicable"
* action[=].definitionCanonical = "https://respop.org/fhir/PlanDefinition/Diabetes{name}Recommendation|0.1.0"

RuleSet: HbA1cAction(french, english)
* insert StrategyAction(HbA1c, HbA1c, hba1c, HbA1c, diagnostic-testing, [[Hémoglobine glyquée (HbA1c) · Glycated haemoglobin]], [[{french}]], [[{english}]])

RuleSet: LabPanelAction(french, english)
* insert StrategyAction(LabPanel, Lab Panel, lab-panel, Full laboratory check, diagnostic-testing, [[Bilan biologique complet · Full laboratory check]], [[{french}]], [[{english}]])

RuleSet: EcgAction(french, english)
* insert StrategyAction(Ecg, ECG, ecg, Resting ECG, diagnostic-testing, [[ECG de repos · Resting ECG]], [[{french}]], [[{english}]])

RuleSet: MonofilamentAction(french, english)
* insert StrategyAction(Monofilament, Monofilament, monofilament, Monofilament test, diagnostic-testing, [[Test au monofilament · Monofilament test]], [[{french}]], [[{english}]])

RuleSet: FundusAction(french, english)
* insert StrategyAction(Fundus, Fundus, fundus, Fundus examination, diagnostic-testing, [[Fond d'œil · Fundus examination]], [[{french}]], [[{english}]])

RuleSet: VaccinationAction(french, english)
* insert StrategyAction(Vaccination, Vaccination, vaccination, Vaccination, guideline-based-care, [[Vaccination]], [[{french}]], [[{english}]])

RuleSet: BloodPressureAction(french, english)
* insert StrategyAction(BloodPressure, Blood Pressure, bp, Blood pressure, monitor-and-follow-up-of-patient, [[Tension artérielle · Blood pressure]], [[{french}]], [[{english}]])

RuleSet: FastingGlucoseAction(french, english)
* insert StrategyAction(FastingGlucose, Fasting Glucose, fpg, Fasting glucose, diagnostic-testing, [[Glycémie à jeun · Fasting glucose]], [[{french}]], [[{english}]])

RuleSet: FindriscAction(french, english)
* insert StrategyAction(Findrisc, FINDRISC, findrisc, FINDRISC, diagnostic-testing, [[Score FINDRISC · FINDRISC score]], [[{french}]], [[{english}]])

Instance: DiabetesStrategyStratum0
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(0, à risque, at risk)
* insert BloodPressureAction([[Tous les ans]], [[Every year]])
* insert FastingGlucoseAction([[Tous les 3 ans ; tous les ans après prédiabète, diabète gestationnel ou macrosomie]], [[Every 3 years; every year after prediabetes, gestational diabetes or macrosomia]])
* insert FindriscAction([[Tous les 3 ans]], [[Every 3 years]])

Instance: DiabetesStrategyStratum1
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(1, stable, stable)
* insert HbA1cAction([[Tous les 6 mois sans médicament ou sous traitement oral à l'objectif ; sinon tous les 3 mois]], [[Every 6 months without drug or on oral treatment at target; otherwise every 3 months]])
* insert LabPanelAction([[1 fois par an]], [[Every year]])
* insert EcgAction([[1 fois par an]], [[Every year]])
* insert MonofilamentAction([[1 fois par an]], [[Every year]])
* insert FundusAction([[Tous les 2 ans sans rétinopathie ; sinon tous les ans]], [[Every 2 years without retinopathy; otherwise every year]])
* insert VaccinationAction([[À chaque saison pour la grippe ; rappels selon le calendrier]], [[Every season for influenza; boosters by the calendar]])
* insert BloodPressureAction([[1 fois par mois]], [[Every month]])

Instance: DiabetesStrategyStratum2
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(2, instable, unstable)
* insert HbA1cAction([[Tous les 3 mois]], [[Every 3 months]])
* insert LabPanelAction([[1 fois par an]], [[Every year]])
* insert EcgAction([[1 fois par an]], [[Every year]])
* insert MonofilamentAction([[1 fois par an]], [[Every year]])
* insert FundusAction([[1 fois par an ; tous les 2 ans sans insuline, HbA1c et tension à l'objectif]], [[Every year; every 2 years without insulin, HbA1c and blood pressure at target]])
* insert VaccinationAction([[À chaque saison pour la grippe ; rappels selon le calendrier]], [[Every season for influenza; boosters by the calendar]])
* insert BloodPressureAction([[1 fois par mois]], [[Every month]])

Instance: DiabetesStrategyStratum3
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(3, compliqué, complicated)
* insert HbA1cAction([[Tous les 3 mois]], [[Every 3 months]])
* insert LabPanelAction([[1 fois par an ; rein : 2 fois si atteint, 4 fois si DFG < 45]], [[Every year; kidney: twice if affected, four times if eGFR < 45]])
* insert EcgAction([[1 fois par an]], [[Every year]])
* insert MonofilamentAction([[1 fois par an ; 2 fois si le pied est à risque]], [[Every year; twice if the foot is at risk]])
* insert FundusAction([[1 fois par an]], [[Every year]])
* insert VaccinationAction([[À chaque saison pour la grippe ; rappels selon le calendrier]], [[Every season for influenza; boosters by the calendar]])
* insert BloodPressureAction([[1 fois par mois]], [[Every month]])

Instance: DiabetesStrategyStratum4
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(4, complexe, complex)
* insert HbA1cAction([[Tous les 3 mois]], [[Every 3 months]])
* insert LabPanelAction([[1 fois par an ; 4 fois si DFG < 30]], [[Every year; four times if eGFR < 30]])
* insert EcgAction([[1 à 2 fois par an]], [[Once or twice a year]])
* insert MonofilamentAction([[1 à 2 fois par an]], [[Once or twice a year]])
* insert FundusAction([[1 fois par an]], [[Every year]])
* insert VaccinationAction([[À chaque saison pour la grippe ; rappels selon le calendrier]], [[Every season for influenza; boosters by the calendar]])
* insert BloodPressureAction([[1 fois par mois]], [[Every month]])
