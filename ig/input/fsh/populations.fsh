// Who the residents of a programme are, and whether their whole pathway is up to date.

RuleSet: CellComponent(n, id, text, expression)
* group.stratifier[=].component[{n}].id = "cell-{id}"
* group.stratifier[=].component[{n}].code.text = "{text}"
* group.stratifier[=].component[{n}].criteria.language = #text/cql-identifier
* group.stratifier[=].component[{n}].criteria.expression = "{expression}"

RuleSet: SupplementalData(n, id, text, expression)
* supplementalData[{n}].id = "{id}"
* supplementalData[{n}].usage = $measureDataUsage#supplemental-data
* supplementalData[{n}].code.text = "{text}"
* supplementalData[{n}].criteria.language = #text/cql-identifier
* supplementalData[{n}].criteria.expression = "{expression}"

RuleSet: PopulationDescription(population, programme)
* insert MeasureMetadata({population}Population, {population}Strata)
* description = "Counts the residents of the {programme} programme, at risk or ill, by stratum, territory of residence, age class and sex, each alone and all four together."
* rationale = "A programme must know whom it addresses before it acts: source Fédération hospitalière de France, presentation of Responsabilité populationnelle, 2023-2025. The age classes are Respop's own."
* scoring = $scoring#cohort
* group.id = "residents"
* insert Population(initial-population, In Target Population)
* insert Stratifier(stratum, Stratum [strate], Stratum)
* insert Stratifier(territory, Territory [territoire], Territory)
* insert Stratifier(age-class, Age class [classe d'âge], Age Class)
* insert Stratifier(sex, Sex [sexe], Sex)
* group.stratifier[+].id = "cell"
* insert CellComponent(0, stratum, Stratum [strate], Stratum)
* insert CellComponent(1, territory, Territory [territoire], Territory)
* insert CellComponent(2, age-class, Age class [classe d'âge], Age Class)
* insert CellComponent(3, sex, Sex [sexe], Sex)
* insert SupplementalData(0, sde-age, Age [âge], SDE Age)
* insert SupplementalData(1, sde-sex, Sex [sexe], SDE Sex)
* insert SupplementalData(2, sde-territory, Territory [territoire], SDE Territory)

RuleSet: PathwayUpToDate(population, programme)
* insert MeasureMetadata({population}PathwayUpToDate, {population}FollowUp)
* description = "Residents of the {programme} programme without any open gap: every follow-up item that applies to them is done in time, or excused by a refusal or a contraindication. All or nothing, by stratum."
* rationale = "The composite of all items of the pathway; Respop definition."
* type = $measureType#composite
* scoring = $scoring#proportion
* improvementNotation = $improvement#increase
* group.id = "pathway"
* insert Population(initial-population, Initial Population)
* insert Population(denominator, Pathway Denominator)
* insert Population(numerator, Pathway Numerator)
* insert Stratifier(stratum, Stratum [strate], Stratum)
* insert Stratifier(territory, Territory [territoire], Territory)

Instance: DiabetesPopulation
InstanceOf: Measure
Usage: #definition
* insert PopulationDescription(Diabetes, diabetes)
* title = "Diabetes population: stratum, territory, age class and sex"
* insert French(title, [[Population du diabète : strate, territoire, classe d'âge et sexe]])

Instance: HeartFailurePopulation
InstanceOf: Measure
Usage: #definition
* insert PopulationDescription(HeartFailure, heart failure)
* title = "Heart failure population: stratum, territory, age class and sex"
* insert French(title, [[Population de l'insuffisance cardiaque : strate, territoire, classe d'âge et sexe]])

Instance: DiabetesPathwayUpToDate
InstanceOf: Measure
Usage: #definition
* insert PathwayUpToDate(Diabetes, diabetes)
* title = "Diabetes: whole pathway up to date"
* insert French(title, [[Diabète : parcours entièrement à jour]])

Instance: HeartFailurePathwayUpToDate
InstanceOf: Measure
Usage: #definition
* insert PathwayUpToDate(HeartFailure, heart failure)
* title = "Heart failure: whole pathway up to date"
* insert French(title, [[Insuffisance cardiaque : parcours entièrement à jour]])
