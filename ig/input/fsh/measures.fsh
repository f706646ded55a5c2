// The criteria name expressions of the CQL libraries. Element ids are required by the evaluator.

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

Instance: DiabetesPyramid
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesPyramid, DiabetesStrata)
* title = "Diabetes pyramid: residents by stratum and territory"
* insert French(title, [[Pyramide du diabète : résidents par strate et par territoire]])
* description = "Counts the residents of the diabetes programme, at risk (stratum 0) or with type 2 diabetes (strata 1 to 4), by stratum and by territory of residence."
* rationale = "The programme divides a population into strata and gives each its pathway. Source: Fédération hospitalière de France, presentation of Responsabilité populationnelle, 2023-2025, for the strata; the criteria are Respop's own definition, on published recommendations (HAS, CNAM)."
* scoring = $scoring#cohort
* group.id = "residents"
* insert Population(initial-population, In Target Population)
* insert Stratifier(stratum, Stratum [strate], Stratum)
* insert Stratifier(territory, Territory [territoire], Territory)

Instance: DiabetesHbA1cFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesHbA1cFollowUp, DiabetesFollowUp)
* title = "Diabetes: glycated haemoglobin (HbA1c) up to date"
* insert French(title, [[Diabète : hémoglobine glyquée (HbA1c) à jour]])
* description = "Residents with type 2 diabetes whose HbA1c was measured within the interval their situation requires."
* rationale = "Every 6 months without antidiabetic drug or on oral treatment at target, every 3 months otherwise. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(HbA1c, hba1c, HbA1c)

Instance: DiabetesLabPanelFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesLabPanelFollowUp, DiabetesFollowUp)
* title = "Diabetes: full laboratory check up to date"
* insert French(title, [[Diabète : bilan biologique complet à jour]])
* description = "Residents with type 2 diabetes whose creatinine or eGFR, urine albumin/creatinine ratio and lipids were measured within the interval their situation requires."
* rationale = "Once a year, more often when the kidney is affected. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); the kidney intervals are Respop's reading of published recommendations."
* insert FollowUpMeasure(Lab Panel, lab-panel, Full laboratory check)

Instance: DiabetesEcgFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesEcgFollowUp, DiabetesFollowUp)
* title = "Diabetes: resting ECG up to date"
* insert French(title, [[Diabète : ECG de repos à jour]])
* description = "Residents with type 2 diabetes who had a resting electrocardiogram within a year."
* rationale = "Once a year, up to twice in stratum 4; the minimum decides. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(ECG, ecg, Resting ECG)

Instance: DiabetesMonofilamentFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesMonofilamentFollowUp, DiabetesFollowUp)
* title = "Diabetes: monofilament test of the feet up to date"
* insert French(title, [[Diabète : test au monofilament à jour]])
* description = "Residents with type 2 diabetes whose feet were tested with the 10 g monofilament within the interval their situation requires."
* rationale = "Once a year, twice when nerve or foot is at risk in stratum 3. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(Monofilament, monofilament, Monofilament test)

Instance: DiabetesFundusFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesFundusFollowUp, DiabetesFollowUp)
* title = "Diabetes: eye fundus up to date"
* insert French(title, [[Diabète : fond d'œil à jour]])
* description = "Residents with type 2 diabetes whose eye fundus was examined within the interval their situation requires."
* rationale = "Every 2 years in stratum 1 without retinopathy, and in stratum 2 without insulin and with HbA1c and blood pressure at target; every year otherwise. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(Fundus, fundus, Fundus examination)

Instance: DiabetesVaccinationFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesVaccinationFollowUp, DiabetesFollowUp)
* title = "Diabetes: vaccination up to date"
* insert French(title, [[Diabète : vaccination à jour]])
* description = "Residents with type 2 diabetes who had the influenza vaccine of the season; other vaccines are checked, and do not decide."
* rationale = "Boosters checked and influenza vaccine offered every season. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025, which prints no frequency; the yearly interval is Respop's reading of the French vaccination calendar."
* insert FollowUpMeasure(Vaccination, vaccination, Vaccination)

Instance: DiabetesBloodPressureFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesBloodPressureFollowUp, DiabetesFollowUp)
* title = "Diabetes: blood pressure up to date"
* insert French(title, [[Diabète : tension artérielle à jour]])
* description = "Residents with type 2 diabetes whose blood pressure was recorded within the interval their situation requires."
* rationale = "Once a month, by the person or at a visit. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(Blood Pressure, bp, Blood pressure)
