// Questionnaires. What people read is French, with the English as a translation; elsewhere it is the other way round.

Alias: $ordinalValue = http://hl7.org/fhir/StructureDefinition/ordinalValue
Alias: $unit = http://hl7.org/fhir/StructureDefinition/questionnaire-unit
Alias: $referenceResource = http://hl7.org/fhir/StructureDefinition/questionnaire-referenceResource
Alias: $cqfLibrary = http://hl7.org/fhir/StructureDefinition/cqf-library
Alias: $initialExpression = http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression
Alias: $calculatedExpression = http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression
Alias: $observationExtract = http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract
Alias: $extractCategory = http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observation-extract-category
Alias: $launchContext = http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-launchContext
Alias: $launchContexts = http://hl7.org/fhir/uv/sdc/CodeSystem/launchContext
Alias: $observationCategory = http://terminology.hl7.org/CodeSystem/observation-category
Alias: $ucum = http://unitsofmeasure.org
Alias: $loinc = http://loinc.org
Alias: $findriscAnswer = https://respop.org/fhir/CodeSystem/respop-findrisc-answer
Alias: $observation = https://respop.org/fhir/CodeSystem/respop-observation
Alias: $inclusionChannel = https://respop.org/fhir/CodeSystem/respop-inclusion-channel

RuleSet: English(path, text)
* {path}.extension[+].url = $translation
* {path}.extension[=].extension[+].url = "lang"
* {path}.extension[=].extension[=].valueCode = #en
* {path}.extension[=].extension[+].url = "content"
* {path}.extension[=].extension[=].valueString = "{text}"

RuleSet: QuestionnaireMetadata(id, name)
* id = "{id}"
* language = #fr
* url = "https://respop.org/fhir/Questionnaire/{id}"
* version = "0.1.0"
* name = "{name}"
* status = #active
* experimental = true
* date = "2026-11-21"
* publisher = "Respop"
* jurisdiction = urn:iso:std:iso:3166#FR "France"
* subjectType = #Patient
* extension[+].url = $launchContext
* extension[=].extension[+].url = "name"
* extension[=].extension[=].valueCoding = $launchContexts#patient "Patient"
* extension[=].extension[+].url = "type"
* extension[=].extension[=].valueCode = #Patient

RuleSet: Question(items, linkId, type, french, english)
* {items}[+].linkId = "{linkId}"
* {items}[=].type = #{type}
* {items}[=].text = "{french}"
* insert English({items}[=].text, [[{english}]])

RuleSet: Option(item, coding, french, english)
* {item}.answerOption[+].valueCoding = {coding} "{french}"
* insert English({item}.answerOption[=].valueCoding.display, [[{english}]])

RuleSet: ScoredOption(item, coding, french, english, points)
* insert Option({item}, {coding}, [[{french}]], [[{english}]])
* {item}.answerOption[=].valueCoding.extension[+].url = $ordinalValue
* {item}.answerOption[=].valueCoding.extension[=].valueDecimal = {points}

RuleSet: AnsweredByCql(item, library, define)
* {item}.extension[+].url = $initialExpression
* {item}.extension[=].valueExpression.language = #text/cql-identifier
* {item}.extension[=].valueExpression.expression = "{define}"
* {item}.extension[=].valueExpression.reference = "https://respop.org/fhir/Library/{library}|0.1.0"

RuleSet: Extracted(item, category)
* {item}.extension[+].url = $observationExtract
* {item}.extension[=].valueBoolean = true
* {item}.extension[+].url = $extractCategory
* {item}.extension[=].valueCodeableConcept = $observationCategory#{category}

RuleSet: Measured(item, code, unit)
* {item}.code = {code}
* {item}.extension[+].url = $unit
* {item}.extension[=].valueCoding = $ucum#{unit} "{unit}"

Instance: findrisc
InstanceOf: Questionnaire
Usage: #definition
Title: "FINDRISC"
Description: "The FINDRISC form: the risk of type 2 diabetes in the next ten years."
* insert QuestionnaireMetadata(findrisc, Findrisc)
* title = "FINDRISC : risque de diabète de type 2"
* insert English(title, [[FINDRISC: risk of type 2 diabetes]])
* description = "Eight questions on the risk of type 2 diabetes in the next ten years [risque de diabète à dix ans], 0 to 26 points. Questions and points: Lindström and Tuomilehto, Diabetes Care 2003;26:725; wording: Respop's own."
* copyright = "Questions and points after Lindström and Tuomilehto 2003, in Respop's own words. LOINC codes: see terminology/SOURCES.md."
* extension[+].url = $cqfLibrary
* extension[=].valueCanonical = "https://respop.org/fhir/Library/Findrisc|0.1.0"

* insert Question(item, age, choice, [[Quel âge avez-vous ?]], [[How old are you?]])
* item[=].required = true
* item[=].code = $loinc#30525-0 "Age"
* insert AnsweredByCql(item[=], Findrisc, Age Answer)
* insert ScoredOption(item[=], $findriscAnswer#age-under-45, [[Moins de 45 ans]], [[Under 45 years]], 0)
* insert ScoredOption(item[=], $findriscAnswer#age-45-54, [[45 à 54 ans]], [[45 to 54 years]], 2)
* insert ScoredOption(item[=], $findriscAnswer#age-55-64, [[55 à 64 ans]], [[55 to 64 years]], 3)
* insert ScoredOption(item[=], $findriscAnswer#age-over-64, [[Plus de 64 ans]], [[Over 64 years]], 4)

* insert Question(item, bmi, choice, [[Quel est votre indice de masse corporelle : le poids en kilogrammes, divisé deux fois par la taille en mètres ?]], [[What is your body mass index: the weight in kilograms, divided twice by the height in metres?]])
* item[=].required = true
* item[=].code = $loinc#39156-5 "Body mass index (BMI) [Ratio]"
* insert AnsweredByCql(item[=], Findrisc, BMI Answer)
* insert ScoredOption(item[=], $findriscAnswer#bmi-under-25, [[Moins de 25 kg/m²]], [[Under 25 kg/m²]], 0)
* insert ScoredOption(item[=], $findriscAnswer#bmi-25-30, [[25 à 30 kg/m²]], [[25 to 30 kg/m²]], 1)
* insert ScoredOption(item[=], $findriscAnswer#bmi-over-30, [[Plus de 30 kg/m²]], [[Over 30 kg/m²]], 3)

* insert Question(item, waist, choice, [[Quel est votre tour de taille, mesuré au-dessous des côtes ?]], [[What is your waist, measured below the ribs?]])
* item[=].required = true
* item[=].code = $loinc#8280-0 "Waist Circumference at umbilicus by Tape measure"
* insert AnsweredByCql(item[=], Findrisc, Waist Answer)
* insert ScoredOption(item[=], $findriscAnswer#waist-small, [[Homme : moins de 94 cm ; femme : moins de 80 cm]], [[Man under 94 cm, woman under 80 cm]], 0)
* insert ScoredOption(item[=], $findriscAnswer#waist-middle, [[Homme : 94 à 102 cm ; femme : 80 à 88 cm]], [[Man 94 to 102 cm, woman 80 to 88 cm]], 3)
* insert ScoredOption(item[=], $findriscAnswer#waist-large, [[Homme : plus de 102 cm ; femme : plus de 88 cm]], [[Man over 102 cm, woman over 88 cm]], 4)

* insert Question(item, activity, choice, [[Bougez-vous au moins 30 minutes la plupart des jours, au travail ou en dehors ?]], [[Are you active for at least 30 minutes on most days, at work or elsewhere?]])
* item[=].required = true
* insert ScoredOption(item[=], $findriscAnswer#activity-yes, [[Actif tous les jours]], [[Active every day]], 0)
* insert ScoredOption(item[=], $findriscAnswer#activity-no, [[Pas actif tous les jours]], [[Not active every day]], 2)

* insert Question(item, vegetables, choice, [[Mangez-vous des légumes ou des fruits tous les jours ?]], [[Do you eat vegetables or fruit every day?]])
* item[=].required = true
* insert ScoredOption(item[=], $findriscAnswer#vegetables-yes, [[Légumes ou fruits tous les jours]], [[Vegetables or fruit every day]], 0)
* insert ScoredOption(item[=], $findriscAnswer#vegetables-no, [[Pas tous les jours]], [[Not every day]], 1)

* insert Question(item, antihypertensive, choice, [[Prenez-vous, ou avez-vous pris régulièrement, un traitement contre l’hypertension ?]], [[Do you take a treatment against hypertension, or did you take one regularly?]])
* item[=].required = true
* insert AnsweredByCql(item[=], Findrisc, Antihypertensive Answer)
* insert ScoredOption(item[=], $findriscAnswer#antihypertensive-no, [[Pas de traitement contre l’hypertension]], [[No treatment against hypertension]], 0)
* insert ScoredOption(item[=], $findriscAnswer#antihypertensive-yes, [[Traitement contre l’hypertension]], [[Treatment against hypertension]], 2)

* insert Question(item, high-glucose, choice, [[Vous a-t-on déjà dit que votre glycémie était trop élevée : lors d’un bilan, d’une maladie, d’une grossesse ?]], [[Were you ever told that your blood glucose was too high: at a check, in an illness, in a pregnancy?]])
* item[=].required = true
* insert AnsweredByCql(item[=], Findrisc, High Glucose Answer)
* insert ScoredOption(item[=], $findriscAnswer#high-glucose-no, [[Glycémie jamais trouvée trop élevée]], [[Glucose never found too high]], 0)
* insert ScoredOption(item[=], $findriscAnswer#high-glucose-yes, [[Glycémie déjà trouvée trop élevée]], [[Glucose found too high]], 5)

* insert Question(item, family, choice, [[Quelqu’un de votre famille est-il diabétique ?]], [[Does anybody in your family have diabetes?]])
* item[=].required = true
* insert AnsweredByCql(item[=], Findrisc, Family Answer)
* insert ScoredOption(item[=], $findriscAnswer#family-none, [[Aucun parent diabétique]], [[No relative with diabetes]], 0)
* insert ScoredOption(item[=], $findriscAnswer#family-second-degree, [[Grand-parent, tante, oncle ou cousin germain diabétique]], [[Grandparent, aunt, uncle or first cousin with diabetes]], 3)
* insert ScoredOption(item[=], $findriscAnswer#family-first-degree, [[Père, mère, frère, sœur ou enfant diabétique]], [[Parent, brother, sister or child with diabetes]], 5)

* insert Question(item, total, integer, [[Score FINDRISC]], [[FINDRISC score]])
* item[=].code = $observation#findrisc "FINDRISC score"
* item[=].readOnly = true
* insert Extracted(item[=], survey)
* item[=].extension[+].url = $calculatedExpression
* item[=].extension[=].valueExpression.description = "The sum of the points, once all eight questions are answered."
* item[=].extension[=].valueExpression.language = #text/fhirpath
* item[=].extension[=].valueExpression.expression = "iif(%resource.item.where(linkId != 'total').answer.count() = 8, %resource.item.where(linkId != 'total').answer.value.extension('http://hl7.org/fhir/StructureDefinition/ordinalValue').value.aggregate($this + $total, 0).toInteger(), {})"

Instance: respop-inclusion
InstanceOf: Questionnaire
Usage: #definition
Title: "Inclusion"
Description: "What a GP notes when a resident enters the programme."
* insert QuestionnaireMetadata(respop-inclusion, RespopInclusion)
* title = "Inclusion dans le parcours"
* insert English(title, [[Inclusion in the pathway]])
* description = "What a GP notes when a resident enters the programme [inclusion]: the channel, information and consent, the confirmed stratum and first measurements. Source: the programme's inclusion (FHF, Responsabilité populationnelle); form: Respop definition."
* copyright = "LOINC codes: see terminology/SOURCES.md."

* insert Question(item, programme, choice, [[Parcours]], [[Programme]])
* item[=].required = true
* insert Option(item[=], $programme#diabetes, [[Diabète de type 2]], [[Type 2 diabetes]])
* insert Option(item[=], $programme#heart-failure, [[Insuffisance cardiaque]], [[Heart failure]])

* insert Question(item, channel, choice, [[Par quel canal la personne arrive-t-elle ?]], [[By which channel does the resident come?]])
* item[=].required = true
* insert Option(item[=], $inclusionChannel#hospital, [[Hôpital : repérage PMSI par le médecin DIM, relayé par le praticien hospitalier]], [[Hospital: found in the PMSI by the DIM doctor, passed on by the hospital doctor]])
* insert Option(item[=], $inclusionChannel#gp, [[Médecin traitant]], [[GP]])
* insert Option(item[=], $inclusionChannel#occupational-health, [[Médecine de santé au travail]], [[Occupational health]])
* insert Option(item[=], $inclusionChannel#public-health-action, [[Action de santé publique ou orientation de première ligne]], [[Public health action or front-line referral]])
* insert Option(item[=], $inclusionChannel#association, [[Association de patients ou de citoyens]], [[Association of patients or citizens]])

* insert Question(item, information, boolean, [[La personne a-t-elle reçu l’information sur le programme ?]], [[Was the resident informed about the programme?]])
* item[=].required = true

* insert Question(item, consent, boolean, [[La personne consent-elle à entrer dans le parcours ?]], [[Does the resident consent to entering the programme?]])
* item[=].required = true
* item[=].enableWhen.question = "information"
* item[=].enableWhen.operator = #=
* item[=].enableWhen.answerBoolean = true

* insert Question(item, stratum-diabetes, choice, [[Strate du diabète confirmée par le médecin traitant]], [[Stratum of diabetes that the GP confirms]])
* item[=].required = true
* item[=].enableBehavior = #all
* item[=].enableWhen[+].question = "programme"
* item[=].enableWhen[=].operator = #=
* item[=].enableWhen[=].answerCoding = $programme#diabetes
* item[=].enableWhen[+].question = "consent"
* item[=].enableWhen[=].operator = #=
* item[=].enableWhen[=].answerBoolean = true
* insert Option(item[=], $stratum#diabetes-0, [[Diabète, strate 0 : à risque]], [[Diabetes stratum 0: at risk]])
* insert Option(item[=], $stratum#diabetes-1, [[Diabète, strate 1 : stable]], [[Diabetes stratum 1: stable]])
* insert Option(item[=], $stratum#diabetes-2, [[Diabète, strate 2 : instable]], [[Diabetes stratum 2: unstable]])
* insert Option(item[=], $stratum#diabetes-3, [[Diabète, strate 3 : compliqué]], [[Diabetes stratum 3: complicated]])
* insert Option(item[=], $stratum#diabetes-4, [[Diabète, strate 4 : complexe]], [[Diabetes stratum 4: complex]])

* insert Question(item, stratum-heart-failure, choice, [[Strate de l’insuffisance cardiaque confirmée par le médecin traitant]], [[Stratum of heart failure that the GP confirms]])
* item[=].required = true
* item[=].enableBehavior = #all
* item[=].enableWhen[+].question = "programme"
* item[=].enableWhen[=].operator = #=
* item[=].enableWhen[=].answerCoding = $programme#heart-failure
* item[=].enableWhen[+].question = "consent"
* item[=].enableWhen[=].operator = #=
* item[=].enableWhen[=].answerBoolean = true
* insert Option(item[=], $stratum#heart-failure-0, [[Insuffisance cardiaque, strate 0 : à risque]], [[Heart failure stratum 0: at risk]])
* insert Option(item[=], $stratum#heart-failure-1, [[Insuffisance cardiaque, strate 1 : stable]], [[Heart failure stratum 1: stable]])
* insert Option(item[=], $stratum#heart-failure-2, [[Insuffisance cardiaque, strate 2 : ambulatoire sous diurétique]], [[Heart failure stratum 2: ambulatory under diuretic]])
* insert Option(item[=], $stratum#heart-failure-3, [[Insuffisance cardiaque, strate 3 : stabilisée, symptomatique]], [[Heart failure stratum 3: stabilised, symptomatic]])
* insert Option(item[=], $stratum#heart-failure-4, [[Insuffisance cardiaque, strate 4 : décompensée récemment]], [[Heart failure stratum 4: recently decompensated]])
* insert Option(item[=], $stratum#heart-failure-5, [[Insuffisance cardiaque, strate 5 : avancée]], [[Heart failure stratum 5: advanced]])

* insert Question(item, gp, reference, [[Médecin traitant]], [[GP]])
* item[=].extension[+].url = $referenceResource
* item[=].extension[=].valueCode = #Practitioner
* item[=].extension[+].url = $referenceResource
* item[=].extension[=].valueCode = #PractitionerRole
* item[=].extension[+].url = $initialExpression
* item[=].extension[=].valueExpression.language = #text/fhirpath
* item[=].extension[=].valueExpression.expression = "%patient.generalPractitioner.first()"

* insert Question(item, weight, decimal, [[Poids (kg)]], [[Weight (kg)]])
* insert Measured(item[=], $loinc#29463-7 "Body weight", kg)
* insert Extracted(item[=], vital-signs)

* insert Question(item, height, decimal, [[Taille (cm)]], [[Height (cm)]])
* insert Measured(item[=], $loinc#8302-2 "Body height", cm)
* insert Extracted(item[=], vital-signs)

* insert Question(item, blood-pressure, group, [[Pression artérielle (mmHg)]], [[Blood pressure (mmHg)]])
* item[=].code = $loinc#85354-9 "Blood pressure panel with all children optional"
* insert Extracted(item[=], vital-signs)
* insert Question(item[=].item, systolic, decimal, [[Systolique]], [[Systolic]])
* insert Measured(item[=].item[=], $loinc#8480-6 "Systolic blood pressure", mm[Hg])
* item[=].item[=].extension[+].url = $observationExtract
* item[=].item[=].extension[=].valueCode = #component
* insert Question(item[=].item, diastolic, decimal, [[Diastolique]], [[Diastolic]])
* insert Measured(item[=].item[=], $loinc#8462-4 "Diastolic blood pressure", mm[Hg])
* item[=].item[=].extension[+].url = $observationExtract
* item[=].item[=].extension[=].valueCode = #component

* insert Question(item, smoking, choice, [[Statut tabagique]], [[Smoking status]])
* item[=].code = $loinc#72166-2 "Tobacco smoking status"
* insert Extracted(item[=], social-history)
* insert Option(item[=], $loinc#LA18976-3, [[Fume tous les jours]], [[Smokes every day]])
* insert Option(item[=], $loinc#LA18977-1, [[Fume certains jours]], [[Smokes on some days]])
* insert Option(item[=], $loinc#LA15920-4, [[Ne fume plus]], [[Does not smoke any more]])
* insert Option(item[=], $loinc#LA18978-9, [[N’a jamais fumé]], [[Never smoked]])
