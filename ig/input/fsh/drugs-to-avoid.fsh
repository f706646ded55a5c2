// What is to be said of a drug before it is signed, one action a rule of the library DrugsToAvoid. The triggers name the
// hooks of CDS Hooks; priority urgent is shown as a warning, routine as information.

RuleSet: OrderRule(id, priority, expression, title, frenchTitle, text, frenchText, source)
* action[+].id = "{id}"
* action[=].title = "{title}"
* insert French(action[=].title, [[{frenchTitle}]])
* action[=].description = "{text}"
* insert French(action[=].description, [[{frenchText}]])
* action[=].priority = #{priority}
* action[=].trigger[+].type = #named-event
* action[=].trigger[=].name = "order-select"
* action[=].trigger[+].type = #named-event
* action[=].trigger[=].name = "order-sign"
* action[=].condition.kind = #applicability
* action[=].condition.expression.language = #text/cql-identifier
* action[=].condition.expression.expression = "{expression}"
* action[=].documentation.type = #citation
* action[=].documentation.citation = "{source}"

Instance: DrugsToAvoid
InstanceOf: PlanDefinition
Usage: #definition
* insert CanonicalMetadata(PlanDefinition, DrugsToAvoid)
* insert CpgKnowledge
* title = "Drugs to avoid in heart failure or with a low GFR"
* insert French(title, [[Médicaments à éviter dans l'insuffisance cardiaque ou quand le DFG est bas]])
* description = "What is to be said of a drug before it is prescribed to a resident with heart failure or a low GFR."
* insert French(description, [[Ce qui est à dire d'un médicament avant de le prescrire à une personne qui a une insuffisance cardiaque ou un DFG bas.]])
* type = $planType#eca-rule
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* library = "https://respop.org/fhir/Library/DrugsToAvoid|0.1.0"
* insert OrderRule(nsaid-in-heart-failure, urgent, NSAID in Heart Failure, [[NSAID in heart failure: to avoid]], [[AINS dans l'insuffisance cardiaque : à éviter]], [[NSAIDs retain sodium and water and may decompensate the heart failure.]], [[Les AINS retiennent le sodium et l'eau et peuvent décompenser l'insuffisance cardiaque.]], [[ESC 2021]])
* insert OrderRule(calcium-blocker-in-reduced-ejection-fraction, urgent, Calcium Blocker in Reduced Ejection Fraction, [[Verapamil or diltiazem with an ejection fraction of 40 % or less: to avoid]], [[Vérapamil ou diltiazem et fraction d'éjection de 40 % ou moins : à éviter]], [[Both depress the contraction of the heart.]], [[Tous deux dépriment la contraction du cœur.]], [[ESC 2021]])
* insert OrderRule(calcium-blocker-with-unknown-ejection-fraction, routine, Calcium Blocker with Unknown Ejection Fraction, [[Verapamil or diltiazem in heart failure: the ejection fraction is unknown]], [[Vérapamil ou diltiazem dans l'insuffisance cardiaque : fraction d'éjection inconnue]], [[Both are to be avoided when the ejection fraction is 40 % or less. None is recorded.]], [[Tous deux sont à éviter quand la fraction d'éjection est de 40 % ou moins. Aucune n'est enregistrée.]], [[ESC 2021]])
* insert OrderRule(thiazolidinedione-in-heart-failure, urgent, Thiazolidinedione in Heart Failure, [[Thiazolidinedione in heart failure: to avoid]], [[Glitazone dans l'insuffisance cardiaque : à éviter]], [[Thiazolidinediones retain water and raise the risk of a stay for heart failure.]], [[Les glitazones retiennent l'eau et augmentent le risque d'hospitalisation pour insuffisance cardiaque.]], [[ESC 2021]])
* insert OrderRule(saxagliptin-in-heart-failure, urgent, Saxagliptin in Heart Failure, [[Saxagliptin in heart failure: to avoid]], [[Saxagliptine dans l'insuffisance cardiaque : à éviter]], [[Saxagliptin raises the risk of a stay for heart failure.]], [[La saxagliptine augmente le risque d'hospitalisation pour insuffisance cardiaque.]], [[ESC 2021]])
* insert OrderRule(metformin-with-gfr-below-30, urgent, Metformin with GFR below 30, [[Metformin with a GFR below 30: contraindicated]], [[Metformine et DFG inférieur à 30 : contre-indiquée]], [[The last GFR is below 30 mL/min/1.73 m2: risk of lactic acidosis.]], [[Le dernier DFG est inférieur à 30 mL/min/1,73 m2 : risque d'acidose lactique.]], [[EMA/CHMP 2016]])
* insert OrderRule(metformin-with-gfr-of-30-to-44, routine, Metformin with GFR of 30 to 44, [[Metformin with a GFR of 30 to 44: at most 1,000 mg a day]], [[Metformine et DFG de 30 à 44 : au plus 1 000 mg par jour]], [[The last GFR is between 30 and 44 mL/min/1.73 m2: do not start metformin; if it is taken, at most 1,000 mg a day, and GFR every 3 to 6 months.]], [[Le dernier DFG est compris entre 30 et 44 mL/min/1,73 m2 : ne pas débuter la metformine ; si elle est prise, au plus 1 000 mg par jour, et DFG tous les 3 à 6 mois.]], [[EMA/CHMP 2016]])
* insert OrderRule(metformin-with-unknown-gfr, routine, Metformin with Unknown GFR, [[Metformin: no GFR of the last 12 months]], [[Metformine : aucun DFG dans les 12 derniers mois]], [[Metformin is contraindicated below 30 mL/min/1.73 m2, and GFR is to be checked before treatment and every year. Whether it may be given is unknown.]], [[La metformine est contre-indiquée en dessous de 30 mL/min/1,73 m2, et le DFG est à contrôler avant le traitement puis chaque année. On ignore si elle peut être donnée.]], [[EMA/CHMP 2016]])
* insert OrderRule(nsaid-with-gfr-below-30, urgent, NSAID with GFR below 30, [[NSAID with a GFR below 30: to avoid]], [[AINS et DFG inférieur à 30 : à éviter]], [[The last GFR is below 30 mL/min/1.73 m2: risk of acute kidney failure.]], [[Le dernier DFG est inférieur à 30 mL/min/1,73 m2 : risque d'insuffisance rénale aiguë.]], [[KDIGO 2012]])
* insert OrderRule(nsaid-with-gfr-of-30-to-59, routine, NSAID with GFR of 30 to 59, [[NSAID with a GFR of 30 to 59: no prolonged treatment]], [[AINS et DFG de 30 à 59 : pas de traitement prolongé]], [[The last GFR is between 30 and 59 mL/min/1.73 m2.]], [[Le dernier DFG est compris entre 30 et 59 mL/min/1,73 m2.]], [[KDIGO 2012]])
* insert OrderRule(nsaid-with-unknown-gfr, routine, NSAID with Unknown GFR, [[NSAID in diabetes: no GFR of the last 12 months]], [[AINS et diabète : aucun DFG dans les 12 derniers mois]], [[NSAIDs are to be avoided below 30 mL/min/1.73 m2. Whether the kidneys allow them is unknown.]], [[Les AINS sont à éviter en dessous de 30 mL/min/1,73 m2. On ignore si les reins les permettent.]], [[KDIGO 2012; Respop definition]])
* insert OrderRule(drug-without-atc-code, routine, Drug without ATC Code, [[A drug could not be checked: it has no ATC code]], [[Un médicament n'a pas pu être vérifié : il n'a pas de code ATC]], [[The resident has heart failure or a GFR below 60 mL/min/1.73 m2, with which some drugs are to be avoided.]], [[La personne a une insuffisance cardiaque ou un DFG inférieur à 60 mL/min/1,73 m2, avec lesquels certains médicaments sont à éviter.]], [[Respop definition]])
