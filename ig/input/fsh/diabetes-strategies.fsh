RuleSet: DiabetesHbA1cAction(french, english)
* insert StrategyAction(Diabetes, HbA1c, HbA1c, hba1c, HbA1c, diagnostic-testing, [[Hémoglobine glyquée (HbA1c) · Glycated haemoglobin]], [[{french}]], [[{english}]])

RuleSet: DiabetesLabPanelAction(french, english)
* insert StrategyAction(Diabetes, LabPanel, Lab Panel, lab-panel, Full laboratory check, diagnostic-testing, [[Bilan biologique complet · Full laboratory check]], [[{french}]], [[{english}]])

RuleSet: DiabetesEcgAction(french, english)
* insert StrategyAction(Diabetes, Ecg, ECG, ecg, Resting ECG, diagnostic-testing, [[ECG de repos · Resting ECG]], [[{french}]], [[{english}]])

RuleSet: DiabetesMonofilamentAction(french, english)
* insert StrategyAction(Diabetes, Monofilament, Monofilament, monofilament, Monofilament test, diagnostic-testing, [[Test au monofilament · Monofilament test]], [[{french}]], [[{english}]])

RuleSet: DiabetesFundusAction(french, english)
* insert StrategyAction(Diabetes, Fundus, Fundus, fundus, Fundus examination, diagnostic-testing, [[Fond d'œil · Fundus examination]], [[{french}]], [[{english}]])

RuleSet: DiabetesVaccinationAction(french, english)
* insert StrategyAction(Diabetes, Vaccination, Vaccination, vaccination, Vaccination, guideline-based-care, [[Vaccination · Vaccination]], [[{french}]], [[{english}]])

RuleSet: DiabetesBloodPressureAction(french, english)
* insert StrategyAction(Diabetes, BloodPressure, Blood Pressure, bp, Blood pressure, monitor-and-follow-up-of-patient, [[Tension artérielle · Blood pressure]], [[{french}]], [[{english}]])

RuleSet: DiabetesFastingGlucoseAction(french, english)
* insert StrategyAction(Diabetes, FastingGlucose, Fasting Glucose, fpg, Fasting glucose, diagnostic-testing, [[Glycémie à jeun · Fasting glucose]], [[{french}]], [[{english}]])

RuleSet: DiabetesFindriscAction(french, english)
* insert StrategyAction(Diabetes, Findrisc, FINDRISC, findrisc, FINDRISC, diagnostic-testing, [[Score FINDRISC · FINDRISC score]], [[{french}]], [[{english}]])

RuleSet: DiabetesCapillaryGlucoseAction(french, english)
* insert StrategyAction(Diabetes, CapillaryGlucose, Capillary Glucose, smbg, Capillary glucose, monitor-and-follow-up-of-patient, [[Glycémies capillaires · Capillary glucose]], [[{french}]], [[{english}]])

RuleSet: DiabetesWeightAction(french, english)
* insert StrategyAction(Diabetes, Weight, Weight, weight, Weight, monitor-and-follow-up-of-patient, [[Pesée · Weight]], [[{french}]], [[{english}]])

RuleSet: DiabetesFootSelfCareAction(french, english)
* insert StrategyAction(Diabetes, FootSelfCare, Foot Self Care, foot-self, Look at feet and wounds, monitor-and-follow-up-of-patient, [[Surveillance visuelle des pieds et des plaies · Look at feet and wounds]], [[{french}]], [[{english}]])

RuleSet: DiabetesCardiovascularRiskAction(french, english)
* insert StrategyAction(Diabetes, CardiovascularRisk, Cardiovascular Risk, cv-risk, Cardiovascular risk, guideline-based-care, [[Surveillance cardiovasculaire · Cardiovascular risk]], [[{french}]], [[{english}]])

RuleSet: DiabetesComplicationsReviewAction(french, english)
* insert StrategyAction(Diabetes, ComplicationsReview, Complications Review, complications, Complications review, guideline-based-care, [[Bilan des complications · Complications review]], [[{french}]], [[{english}]])

RuleSet: DiabetesGpVisitAction(french, english)
* insert StrategyAction(Diabetes, GpVisit, GP Visit, gp-visit, GP visit, monitor-and-follow-up-of-patient, [[Consultation de médecine générale · GP visit]], [[{french}]], [[{english}]])

RuleSet: DiabetesDiabetologistAction(french, english)
* insert StrategyAction(Diabetes, Diabetologist, Diabetologist, diabetologist, Diabetologist visit, monitor-and-follow-up-of-patient, [[Consultation de diabétologie · Diabetologist visit]], [[{french}]], [[{english}]])

RuleSet: DiabetesPodiatryAction(french, english)
* insert StrategyAction(Diabetes, Podiatry, Podiatry, podiatry, Podiatry, guideline-based-care, [[Soins de pédicurie-podologie · Podiatry]], [[{french}]], [[{english}]])

RuleSet: DiabetesDentalAction(french, english)
* insert StrategyAction(Diabetes, Dental, Dental, dental, Dental check, guideline-based-care, [[Bilan dentaire · Dental check]], [[{french}]], [[{english}]])

RuleSet: DiabetesTherapeuticEducationAction(french, english)
* insert StrategyAction(Diabetes, TherapeuticEducation, Therapeutic Education, etp, Therapeutic education, provide-counseling, [[Éducation thérapeutique du patient · Therapeutic education]], [[{french}]], [[{english}]])

RuleSet: DiabetesLifestyleAction(french, english)
* insert StrategyAction(Diabetes, Lifestyle, Lifestyle, lifestyle, Lifestyle advice, provide-counseling, [[Règles hygiéno-diététiques et activité physique adaptée · Lifestyle advice]], [[{french}]], [[{english}]])

RuleSet: DiabetesSmokingAction(french, english)
* insert StrategyAction(Diabetes, Smoking, Smoking, smoking, Smoking status, guideline-based-care, [[Statut tabagique · Smoking status]], [[{french}]], [[{english}]])

Instance: DiabetesStrategyStratum0
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(Diabetes, diabetes, Diabetes, Diabète, 0, à risque, at risk)
* insert DiabetesWeightAction([[Tous les 6 mois]], [[Every 6 months]])
* insert DiabetesBloodPressureAction([[Tous les ans]], [[Every year]])
* insert DiabetesFastingGlucoseAction([[Tous les 3 ans ; tous les ans après prédiabète, diabète gestationnel ou macrosomie]], [[Every 3 years; every year after prediabetes, gestational diabetes or macrosomia]])
* insert DiabetesFindriscAction([[Tous les 3 ans]], [[Every 3 years]])
* insert DiabetesLabPanelAction([[Bilan lipidique seul : tous les 3 à 5 ans]], [[Lipids alone: every 3 to 5 years]])
* insert DiabetesCardiovascularRiskAction([[Tous les 3 ans]], [[Every 3 years]])
* insert DiabetesVaccinationAction([[Rappels selon le calendrier]], [[Boosters by the calendar]])
* insert DiabetesGpVisitAction([[Consultation de prévention tous les 3 ans]], [[A prevention visit every 3 years]])
* insert DiabetesLifestyleAction([[À l'inclusion, puis tous les ans]], [[At inclusion, then every year]])
* insert DiabetesSmokingAction([[Tous les ans]], [[Every year]])

Instance: DiabetesStrategyStratum1
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(Diabetes, diabetes, Diabetes, Diabète, 1, stable, stable)
* insert DiabetesCapillaryGlucoseAction([[2 par semaine, ou 2 par jour selon les objectifs ; au moins une valeur partagée par mois]], [[2 a week, or 2 a day according to targets; at least one value shared a month]])
* insert DiabetesWeightAction([[1 fois par mois]], [[Every month]])
* insert DiabetesBloodPressureAction([[1 fois par mois]], [[Every month]])
* insert DiabetesFootSelfCareAction([[Tous les jours ; à revoir au moins 1 fois par an]], [[Every day; reviewed at least once a year]])
* insert DiabetesHbA1cAction([[Tous les 6 mois sans médicament ou sous traitement oral à l'objectif ; sinon tous les 3 mois]], [[Every 6 months without drug or on oral treatment at target; otherwise every 3 months]])
* insert DiabetesLabPanelAction([[1 fois par an]], [[Every year]])
* insert DiabetesEcgAction([[1 fois par an]], [[Every year]])
* insert DiabetesMonofilamentAction([[1 fois par an]], [[Every year]])
* insert DiabetesFundusAction([[Tous les 2 ans sans rétinopathie ; sinon tous les ans]], [[Every 2 years without retinopathy; otherwise every year]])
* insert DiabetesCardiovascularRiskAction([[À chaque consultation, au moins 1 fois par an]], [[At each consultation, at least once a year]])
* insert DiabetesVaccinationAction([[À chaque saison pour la grippe ; rappels selon le calendrier]], [[Every season for influenza; boosters by the calendar]])
* insert DiabetesGpVisitAction([[Tous les 3 à 6 mois]], [[Every 3 to 6 months]])
* insert DiabetesDentalAction([[1 fois par an]], [[Every year]])
* insert DiabetesTherapeuticEducationAction([[À proposer à l'inclusion]], [[Offered at inclusion]])
* insert DiabetesLifestyleAction([[1 fois par an]], [[Every year]])
* insert DiabetesSmokingAction([[1 fois par an]], [[Every year]])

Instance: DiabetesStrategyStratum2
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(Diabetes, diabetes, Diabetes, Diabète, 2, instable, unstable)
* insert DiabetesCapillaryGlucoseAction([[2 par jour, 2 à 4 sous insuline ; au moins une valeur partagée par mois]], [[2 a day, 2 to 4 on insulin; at least one value shared a month]])
* insert DiabetesWeightAction([[1 fois par mois]], [[Every month]])
* insert DiabetesBloodPressureAction([[1 fois par mois et à chaque consultation]], [[Every month and at each consultation]])
* insert DiabetesFootSelfCareAction([[Tous les jours ; à revoir au moins 1 fois par an]], [[Every day; reviewed at least once a year]])
* insert DiabetesHbA1cAction([[Tous les 3 mois]], [[Every 3 months]])
* insert DiabetesLabPanelAction([[1 fois par an]], [[Every year]])
* insert DiabetesEcgAction([[1 fois par an]], [[Every year]])
* insert DiabetesMonofilamentAction([[1 fois par an]], [[Every year]])
* insert DiabetesFundusAction([[1 fois par an ; tous les 2 ans sans insuline, HbA1c et tension à l'objectif]], [[Every year; every 2 years without insulin, HbA1c and blood pressure at target]])
* insert DiabetesCardiovascularRiskAction([[À chaque consultation, au moins 1 fois par an]], [[At each consultation, at least once a year]])
* insert DiabetesComplicationsReviewAction([[1 fois par an]], [[Every year]])
* insert DiabetesVaccinationAction([[À chaque saison pour la grippe ; rappels selon le calendrier]], [[Every season for influenza; boosters by the calendar]])
* insert DiabetesGpVisitAction([[Tous les 3 mois ; tous les mois jusqu'à l'objectif]], [[Every 3 months; every month until the target is reached]])
* insert DiabetesDiabetologistAction([[1 fois par an ; sans attendre si l'HbA1c dépasse l'objectif depuis 6 mois]], [[Every year; at once if HbA1c has been above target for 6 months]])
* insert DiabetesDentalAction([[1 fois par an]], [[Every year]])
* insert DiabetesTherapeuticEducationAction([[À proposer à l'inclusion]], [[Offered at inclusion]])
* insert DiabetesLifestyleAction([[À chaque consultation, au moins 1 fois par an]], [[At each consultation, at least once a year]])
* insert DiabetesSmokingAction([[1 fois par an]], [[Every year]])

Instance: DiabetesStrategyStratum3
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(Diabetes, diabetes, Diabetes, Diabète, 3, compliqué, complicated)
* insert DiabetesCapillaryGlucoseAction([[2 par jour, 2 à 4 sous insuline ; au moins une valeur partagée par mois]], [[2 a day, 2 to 4 on insulin; at least one value shared a month]])
* insert DiabetesWeightAction([[1 fois par mois et à chaque consultation]], [[Every month and at each consultation]])
* insert DiabetesBloodPressureAction([[1 fois par mois et à chaque consultation]], [[Every month and at each consultation]])
* insert DiabetesFootSelfCareAction([[Tous les jours ; à revoir au moins 1 fois par an]], [[Every day; reviewed at least once a year]])
* insert DiabetesHbA1cAction([[Tous les 3 mois]], [[Every 3 months]])
* insert DiabetesLabPanelAction([[1 fois par an ; rein : 2 fois si atteint, 4 fois si DFG < 45]], [[Every year; kidney: twice if affected, four times if eGFR < 45]])
* insert DiabetesEcgAction([[1 fois par an]], [[Every year]])
* insert DiabetesMonofilamentAction([[1 fois par an ; 2 fois si le pied est à risque]], [[Every year; twice if the foot is at risk]])
* insert DiabetesFundusAction([[1 fois par an]], [[Every year]])
* insert DiabetesCardiovascularRiskAction([[À chaque consultation, au moins 1 fois par an]], [[At each consultation, at least once a year]])
* insert DiabetesComplicationsReviewAction([[1 fois par an]], [[Every year]])
* insert DiabetesVaccinationAction([[À chaque saison pour la grippe ; rappels selon le calendrier]], [[Every season for influenza; boosters by the calendar]])
* insert DiabetesGpVisitAction([[Tous les 3 mois]], [[Every 3 months]])
* insert DiabetesDiabetologistAction([[1 fois par an ; sans attendre si l'HbA1c dépasse l'objectif depuis 6 mois]], [[Every year; at once if HbA1c has been above target for 6 months]])
* insert DiabetesPodiatryAction([[Grade 2 : tous les 3 à 6 mois ; grade 3 : tous les 1 à 3 mois]], [[Grade 2: every 3 to 6 months; grade 3: every 1 to 3 months]])
* insert DiabetesDentalAction([[1 fois par an]], [[Every year]])
* insert DiabetesTherapeuticEducationAction([[À proposer à l'inclusion]], [[Offered at inclusion]])
* insert DiabetesLifestyleAction([[À chaque consultation, au moins 1 fois par an]], [[At each consultation, at least once a year]])
* insert DiabetesSmokingAction([[1 fois par an]], [[Every year]])

Instance: DiabetesStrategyStratum4
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(Diabetes, diabetes, Diabetes, Diabète, 4, complexe, complex)
* insert DiabetesCapillaryGlucoseAction([[2 à 4 par jour sous insuline, sinon 2 par jour ; au moins une valeur partagée par mois]], [[2 to 4 a day on insulin, otherwise 2 a day; at least one value shared a month]])
* insert DiabetesWeightAction([[1 fois par mois et à chaque consultation]], [[Every month and at each consultation]])
* insert DiabetesBloodPressureAction([[1 fois par mois]], [[Every month]])
* insert DiabetesFootSelfCareAction([[Tous les jours ; à revoir au moins 1 fois par an]], [[Every day; reviewed at least once a year]])
* insert DiabetesHbA1cAction([[Tous les 3 mois]], [[Every 3 months]])
* insert DiabetesLabPanelAction([[1 fois par an ; rein : 2 fois si atteint, 4 fois si DFG < 45]], [[Every year; kidney: twice if affected, four times if eGFR < 45]])
* insert DiabetesEcgAction([[1 à 2 fois par an]], [[Once or twice a year]])
* insert DiabetesMonofilamentAction([[1 à 2 fois par an ; 2 fois si le pied est à risque]], [[Once or twice a year; twice if the foot is at risk]])
* insert DiabetesFundusAction([[1 fois par an]], [[Every year]])
* insert DiabetesCardiovascularRiskAction([[À chaque consultation, au moins 1 fois par an]], [[At each consultation, at least once a year]])
* insert DiabetesComplicationsReviewAction([[Au moins 1 fois par an]], [[At least once a year]])
* insert DiabetesVaccinationAction([[À chaque saison pour la grippe ; rappels selon le calendrier]], [[Every season for influenza; boosters by the calendar]])
* insert DiabetesGpVisitAction([[Tous les 1 à 3 mois]], [[Every 1 to 3 months]])
* insert DiabetesDiabetologistAction([[2 fois par an, dont 1 hôpital de jour]], [[Twice a year, one of them a day hospital]])
* insert DiabetesPodiatryAction([[Grade 2 : tous les 3 à 6 mois ; grade 3 : tous les 1 à 3 mois]], [[Grade 2: every 3 to 6 months; grade 3: every 1 to 3 months]])
* insert DiabetesDentalAction([[1 fois par an]], [[Every year]])
* insert DiabetesTherapeuticEducationAction([[À renforcer, au moins 1 fois par an]], [[To be reinforced, at least once a year]])
* insert DiabetesLifestyleAction([[À chaque consultation, au moins 1 fois par an]], [[At each consultation, at least once a year]])
* insert DiabetesSmokingAction([[1 fois par an]], [[Every year]])
