// How far a programme has come: whom it knows, whom it has proposed, confirmed and included.

RuleSet: Deployment(population, programme, code)
* insert MeasureMetadata({population}Deployment, {population}Deployment)
* description = "Counts the residents of the {programme} programme by the furthest step that it has come with them (identified, proposed, confirmed, included), by stratum and by territory, each alone and all three together."
* rationale = "A programme that finds people and does not include them changes nothing: source Fédération hospitalière de France, presentation of Responsabilité populationnelle, 2023-2025. How the steps are read from the record is Respop's definition."
// Marks it for monthly reports of the target populations of its programme.
* topic = $measureTopic#deployment
* useContext.code = http://terminology.hl7.org/CodeSystem/usage-context-type#focus
* useContext.valueCodeableConcept = $programme#{code}
* scoring = $scoring#cohort
* group.id = "residents"
* insert Population(initial-population, Initial Population)
* insert Stratifier(step, Step [étape], Step)
* insert Stratifier(stratum, Stratum [strate], Stratum)
* insert Stratifier(territory, Territory [territoire], Territory)
* group.stratifier[+].id = "cell"
* insert CellComponent(0, step, Step [étape], Step)
* insert CellComponent(1, stratum, Stratum [strate], Stratum)
* insert CellComponent(2, territory, Territory [territoire], Territory)

Instance: DiabetesDeployment
InstanceOf: Measure
Usage: #definition
* insert Deployment(Diabetes, diabetes, diabetes)
* title = "Deployment of the diabetes programme: identified, proposed, confirmed, included"
* insert French(title, [[Déploiement du programme diabète : repérés, proposés, confirmés, inclus]])

Instance: HeartFailureDeployment
InstanceOf: Measure
Usage: #definition
* insert Deployment(HeartFailure, heart failure, heart-failure)
* title = "Deployment of the heart failure programme: identified, proposed, confirmed, included"
* insert French(title, [[Déploiement du programme insuffisance cardiaque : repérés, proposés, confirmés, inclus]])
