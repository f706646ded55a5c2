Instance: DiabetesPyramid
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesPyramid, DiabetesStrata)
* title = "Diabetes pyramid: residents by stratum and territory"
* insert French(title, [[Pyramide du diabète : résidents par strate et par territoire]])
* description = "Counts the residents of the diabetes programme, at risk (stratum 0) or with type 2 diabetes (strata 1 to 4), by stratum, territory of residence, age class and sex."
* rationale = "The programme divides a population into strata and gives each its pathway. Source: Fédération hospitalière de France, presentation of Responsabilité populationnelle, 2023-2025, for the strata; the criteria are Respop's own definition, on published recommendations (HAS, CNAM)."
* scoring = $scoring#cohort
* group.id = "residents"
* insert Population(initial-population, In Target Population)
* insert Stratifier(stratum, Stratum [strate], Stratum)
* insert Stratifier(territory, Territory [territoire], Territory)
* insert Stratifier(age-class, Age class [classe d’âge], Age Class)
* insert Stratifier(sex, Sex [sexe], Sex)

Instance: HeartFailurePyramid
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailurePyramid, HeartFailureStrata)
* title = "Heart failure pyramid: residents by stratum and territory"
* insert French(title, [[Pyramide de l’insuffisance cardiaque : résidents par strate et par territoire]])
* description = "Counts the residents of the heart failure programme, at risk (stratum 0) or with heart failure (strata 1 to 5), by stratum, territory of residence, age class and sex."
* rationale = "The programme divides a population into strata and gives each its pathway. Source: Fédération hospitalière de France, presentation of Responsabilité populationnelle, 2023-2025, for the strata; the criteria are Respop's own definition, on published studies and recommendations (DATAHF 2025, ESC 2021, HAS). Stratum 5 may hold more residents than stratum 4."
* scoring = $scoring#cohort
* group.id = "residents"
* insert Population(initial-population, In Target Population)
* insert Stratifier(stratum, Stratum [strate], Stratum)
* insert Stratifier(territory, Territory [territoire], Territory)
* insert Stratifier(age-class, Age class [classe d’âge], Age Class)
* insert Stratifier(sex, Sex [sexe], Sex)
