// One recommendation an item, one ActivityDefinition a recommendation: the item applies, and is due, as DiabetesFollowUp says.

RuleSet: Recommendation(name, item, code, display, title, description)
* insert CanonicalMetadata(PlanDefinition, Diabetes{name}Recommendation)
* insert CpgKnowledge
* title = "{title}"
* description = "{description}"
* type = $planType#eca-rule
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* library = "https://respop.org/fhir/Library/DiabetesFollowUp|0.1.0"
* action.id = "{code}"
* action.title = "{title}"
* action.description = "{description}"
* action.code = $followUpItem#{code} "{display}"
* action.condition.kind = #applicability
* action.condition.expression.language = #text/cql-identifier
* action.condition.expression.expression = "{item} Applicable"
* action.definitionCanonical = "https://respop.org/fhir/ActivityDefinition/Diabetes{name}Activity|0.1.0"

RuleSet: Activity(name, item, code, display, title, description)
* insert CanonicalMetadata(ActivityDefinition, Diabetes{name}Activity)
* insert CpgKnowledge
* title = "{title}"
* description = "{description}"
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* library = "https://respop.org/fhir/Library/DiabetesFollowUp|0.1.0"
* kind = #ServiceRequest
* intent = #proposal
* doNotPerform = false
* code = $followUpItem#{code} "{display}"
* code.text = "{title}"
* dynamicValue[+].path = "occurrenceDateTime"
* dynamicValue[=].expression.language = #text/cql-identifier
* dynamicValue[=].expression.expression = "{item} Due Date Time"
* dynamicValue[+].path = "reasonCode.text"
* dynamicValue[=].expression.language = #text/cql-identifier
* dynamicValue[=].expression.expression = "{item} Reason"

Instance: DiabetesHbA1cRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HbA1c, HbA1c, hba1c, HbA1c, [[Hémoglobine glyquée (HbA1c) · Glycated haemoglobin]], [[Measure HbA1c in venous blood.]])

Instance: DiabetesHbA1cActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HbA1c, HbA1c, hba1c, HbA1c, [[Hémoglobine glyquée (HbA1c) · Glycated haemoglobin]], [[Measure HbA1c in venous blood.]])

Instance: DiabetesLabPanelRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(LabPanel, Lab Panel, lab-panel, Full laboratory check, [[Bilan biologique complet · Full laboratory check]], [[Measure creatinine with eGFR, urine albumin/creatinine ratio and lipids.]])

Instance: DiabetesLabPanelActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(LabPanel, Lab Panel, lab-panel, Full laboratory check, [[Bilan biologique complet · Full laboratory check]], [[Measure creatinine with eGFR, urine albumin/creatinine ratio and lipids.]])

Instance: DiabetesEcgRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Ecg, ECG, ecg, Resting ECG, [[ECG de repos · Resting ECG]], [[Record a resting electrocardiogram.]])

Instance: DiabetesEcgActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Ecg, ECG, ecg, Resting ECG, [[ECG de repos · Resting ECG]], [[Record a resting electrocardiogram.]])

Instance: DiabetesMonofilamentRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Monofilament, Monofilament, monofilament, Monofilament test, [[Test au monofilament · Monofilament test]], [[Test both feet with the 10 g monofilament and grade the risk of the foot.]])

Instance: DiabetesMonofilamentActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Monofilament, Monofilament, monofilament, Monofilament test, [[Test au monofilament · Monofilament test]], [[Test both feet with the 10 g monofilament and grade the risk of the foot.]])

Instance: DiabetesFundusRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Fundus, Fundus, fundus, Fundus examination, [[Fond d'œil · Fundus examination]], [[Examine the eye fundus, or screen for retinopathy by retinography.]])

Instance: DiabetesFundusActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Fundus, Fundus, fundus, Fundus examination, [[Fond d'œil · Fundus examination]], [[Examine the eye fundus, or screen for retinopathy by retinography.]])

Instance: DiabetesVaccinationRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Vaccination, Vaccination, vaccination, Vaccination, [[Vaccination]], [[Check boosters and pneumococcal vaccine, offer the influenza vaccine of the season.]])

Instance: DiabetesVaccinationActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Vaccination, Vaccination, vaccination, Vaccination, [[Vaccination]], [[Check boosters and pneumococcal vaccine, offer the influenza vaccine of the season.]])

Instance: DiabetesBloodPressureRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(BloodPressure, Blood Pressure, bp, Blood pressure, [[Tension artérielle · Blood pressure]], [[Measure blood pressure, by the person at home or at a visit.]])

Instance: DiabetesBloodPressureActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(BloodPressure, Blood Pressure, bp, Blood pressure, [[Tension artérielle · Blood pressure]], [[Measure blood pressure, by the person at home or at a visit.]])

Instance: DiabetesFastingGlucoseRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(FastingGlucose, Fasting Glucose, fpg, Fasting glucose, [[Glycémie à jeun · Fasting glucose]], [[Measure venous glucose after a night's fast.]])

Instance: DiabetesFastingGlucoseActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(FastingGlucose, Fasting Glucose, fpg, Fasting glucose, [[Glycémie à jeun · Fasting glucose]], [[Measure venous glucose after a night's fast.]])

Instance: DiabetesFindriscRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Findrisc, FINDRISC, findrisc, FINDRISC, [[Score FINDRISC · FINDRISC score]], [[Ask the FINDRISC questions: the risk of type 2 diabetes within ten years.]])

Instance: DiabetesFindriscActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Findrisc, FINDRISC, findrisc, FINDRISC, [[Score FINDRISC · FINDRISC score]], [[Ask the FINDRISC questions: the risk of type 2 diabetes within ten years.]])
