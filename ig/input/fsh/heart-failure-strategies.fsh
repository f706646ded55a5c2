RuleSet: HeartFailureCardiologistVisitAction(french, english)
* insert StrategyAction(HeartFailure, CardiologistVisit, Cardiologist Visit, cardio-visit, [[Cardiologist visit]], monitor-and-follow-up-of-patient, [[Consultation de cardiologie · Cardiologist visit]], [[{french}]], [[{english}]])

RuleSet: HeartFailureGpVisitAction(french, english)
* insert StrategyAction(HeartFailure, GpVisit, GP Visit, gp-visit, [[GP visit]], monitor-and-follow-up-of-patient, [[Consultation de médecine générale · GP visit]], [[{french}]], [[{english}]])

RuleSet: HeartFailurePostDischargeAction(french, english)
* insert StrategyAction(HeartFailure, PostDischarge, Post-Discharge, post-discharge, [[Visit after discharge]], monitor-and-follow-up-of-patient, [[Consultation après hospitalisation · Visit after discharge]], [[{french}]], [[{english}]])

RuleSet: HeartFailureWeightAction(french, english)
* insert StrategyAction(HeartFailure, Weight, Weight, weight, [[Weight]], monitor-and-follow-up-of-patient, [[Pesée · Weight]], [[{french}]], [[{english}]])

RuleSet: HeartFailureBloodPressureAction(french, english)
* insert StrategyAction(HeartFailure, BloodPressure, Blood Pressure, bp, [[Blood pressure]], monitor-and-follow-up-of-patient, [[Tension artérielle · Blood pressure]], [[{french}]], [[{english}]])

RuleSet: HeartFailureHeartRateAction(french, english)
* insert StrategyAction(HeartFailure, HeartRate, Heart Rate, hr, [[Heart rate]], monitor-and-follow-up-of-patient, [[Fréquence cardiaque · Heart rate]], [[{french}]], [[{english}]])

RuleSet: HeartFailureNyhaClassAction(french, english)
* insert StrategyAction(HeartFailure, NyhaClass, NYHA Class, nyha, [[NYHA class]], guideline-based-care, [[Classe NYHA · NYHA class]], [[{french}]], [[{english}]])

RuleSet: HeartFailureKidneyAndElectrolytesAction(french, english)
* insert StrategyAction(HeartFailure, KidneyAndElectrolytes, Kidney and Electrolytes, iono-renal, [[Electrolytes and kidney function]], diagnostic-testing, [[Ionogramme et fonction rénale · Electrolytes and kidney function]], [[{french}]], [[{english}]])

RuleSet: HeartFailureNatriureticPeptideAction(french, english)
* insert StrategyAction(HeartFailure, NatriureticPeptide, Natriuretic Peptide, natriuretic, [[Natriuretic peptide]], diagnostic-testing, [[Peptide natriurétique · Natriuretic peptide]], [[{french}]], [[{english}]])

RuleSet: HeartFailureEcgAction(french, english)
* insert StrategyAction(HeartFailure, Ecg, ECG, ecg, [[Resting ECG]], diagnostic-testing, [[ECG de repos · Resting ECG]], [[{french}]], [[{english}]])

RuleSet: HeartFailureEchocardiographyAction(french, english)
* insert StrategyAction(HeartFailure, Echocardiography, Echocardiography, echo, [[Echocardiography]], diagnostic-testing, [[Échocardiographie · Echocardiography]], [[{french}]], [[{english}]])

RuleSet: HeartFailureIronStatusAction(french, english)
* insert StrategyAction(HeartFailure, IronStatus, Iron Status, iron, [[Iron status and blood count]], diagnostic-testing, [[Bilan martial et numération · Iron status and blood count]], [[{french}]], [[{english}]])

RuleSet: HeartFailureComorbidityPanelAction(french, english)
* insert StrategyAction(HeartFailure, ComorbidityPanel, Comorbidity Panel, hf-comorbid, [[Thyroid, glucose and lipids]], diagnostic-testing, [[Bilan thyroïdien, glycémique et lipidique · Thyroid, glucose and lipids]], [[{french}]], [[{english}]])

RuleSet: HeartFailureDeviceCheckAction(french, english)
* insert StrategyAction(HeartFailure, DeviceCheck, Device Check, device-check, [[Device check]], guideline-based-care, [[Contrôle du dispositif implanté · Device check]], [[{french}]], [[{english}]])

RuleSet: HeartFailureInrAction(french, english)
* insert StrategyAction(HeartFailure, Inr, INR, inr, [[INR]], diagnostic-testing, [[INR · INR]], [[{french}]], [[{english}]])

RuleSet: HeartFailureTreatmentReviewAction(french, english)
* insert StrategyAction(HeartFailure, TreatmentReview, Treatment Review, gdmt, [[Review of heart failure drugs]], guideline-based-care, [[Revue du traitement de l'insuffisance cardiaque · Review of heart failure drugs]], [[{french}]], [[{english}]])

RuleSet: HeartFailureVaccinationAction(french, english)
* insert StrategyAction(HeartFailure, Vaccination, Vaccination, vaccination, [[Vaccination]], guideline-based-care, [[Vaccination · Vaccination]], [[{french}]], [[{english}]])

RuleSet: HeartFailureRemoteMonitoringAction(french, english)
* insert StrategyAction(HeartFailure, RemoteMonitoring, Remote Monitoring, telemonitoring, [[Remote monitoring]], guideline-based-care, [[Télésurveillance · Remote monitoring]], [[{french}]], [[{english}]])

RuleSet: HeartFailureTherapeuticEducationAction(french, english)
* insert StrategyAction(HeartFailure, TherapeuticEducation, Therapeutic Education, etp, [[Therapeutic education]], provide-counseling, [[Éducation thérapeutique du patient · Therapeutic education]], [[{french}]], [[{english}]])

RuleSet: HeartFailureCardiacRehabilitationAction(french, english)
* insert StrategyAction(HeartFailure, CardiacRehabilitation, Cardiac Rehabilitation, rehab, [[Cardiac rehabilitation]], guideline-based-care, [[Réadaptation cardiaque · Cardiac rehabilitation]], [[{french}]], [[{english}]])

RuleSet: HeartFailurePalliativeCareTalkAction(french, english)
* insert StrategyAction(HeartFailure, PalliativeCareTalk, Palliative Care Talk, palliative, [[Palliative care and advance directives]], provide-counseling, [[Soins palliatifs et directives anticipées · Palliative care and advance directives]], [[{french}]], [[{english}]])

RuleSet: HeartFailureLifestyleAction(french, english)
* insert StrategyAction(HeartFailure, Lifestyle, Lifestyle, lifestyle, [[Lifestyle advice]], provide-counseling, [[Règles hygiéno-diététiques et activité physique adaptée · Lifestyle advice]], [[{french}]], [[{english}]])

Instance: HeartFailureStrategyStratum0
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(HeartFailure, heart-failure, Heart failure, Insuffisance cardiaque, 0, [[à risque]], [[at risk]])
* insert HeartFailureGpVisitAction([[1 fois par an]], [[Every year]])
* insert HeartFailureCardiologistVisitAction([[1 fois si le peptide natriurétique est élevé]], [[Once after a raised natriuretic peptide]])
* insert HeartFailureBloodPressureAction([[1 fois par an]], [[Every year]])
* insert HeartFailureHeartRateAction([[1 fois par an]], [[Every year]])
* insert HeartFailureKidneyAndElectrolytesAction([[1 fois par an]], [[Every year]])
* insert HeartFailureNatriureticPeptideAction([[1 fois à partir de 2 facteurs de risque]], [[Once from 2 risk factors on]])
* insert HeartFailureEcgAction([[Tous les 1 à 3 ans]], [[Every 1 to 3 years]])
* insert HeartFailureEchocardiographyAction([[1 fois si une atteinte cardiaque est suspectée (stade B)]], [[Once when heart disease is suspected (stage B)]])
* insert HeartFailureComorbidityPanelAction([[1 fois par an]], [[Every year]])
* insert HeartFailureVaccinationAction([[Rappels selon le calendrier]], [[Boosters by the calendar]])
* insert HeartFailureLifestyleAction([[1 fois par an]], [[Every year]])

Instance: HeartFailureStrategyStratum1
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(HeartFailure, heart-failure, Heart failure, Insuffisance cardiaque, 1, [[stable]], [[stable]])
* insert HeartFailureCardiologistVisitAction([[1 fois par an]], [[Every year]])
* insert HeartFailureGpVisitAction([[Au moins 2 fois par an]], [[At least twice a year]])
* insert HeartFailureWeightAction([[1 fois par semaine en automesure ; sinon à chaque consultation, au moins tous les 6 mois]], [[Every week when self-measured; otherwise at each visit, at least every 6 months]])
* insert HeartFailureBloodPressureAction([[À chaque consultation, au moins tous les 6 mois]], [[At each visit, at least every 6 months]])
* insert HeartFailureHeartRateAction([[À chaque consultation, au moins tous les 6 mois]], [[At each visit, at least every 6 months]])
* insert HeartFailureNyhaClassAction([[À chaque consultation, au moins tous les 6 mois]], [[At each visit, at least every 6 months]])
* insert HeartFailureKidneyAndElectrolytesAction([[2 fois par an ; 2 semaines après le début de certains traitements]], [[Twice a year; 2 weeks after the start of some treatments]])
* insert HeartFailureEcgAction([[1 fois par an]], [[Every year]])
* insert HeartFailureIronStatusAction([[1 fois par an]], [[Every year]])
* insert HeartFailureComorbidityPanelAction([[1 fois par an]], [[Every year]])
* insert HeartFailureDeviceCheckAction([[Si dispositif implanté : 2 à 4 fois par an]], [[With an implanted device: 2 to 4 times a year]])
* insert HeartFailureInrAction([[Sous antivitamine K : 1 fois par mois]], [[Under a vitamin K antagonist: every month]])
* insert HeartFailureTreatmentReviewAction([[1 fois par an]], [[Every year]])
* insert HeartFailureVaccinationAction([[À chaque saison pour la grippe ; pneumocoque et COVID-19 selon le calendrier]], [[Every season for influenza; pneumococcal and COVID-19 by the calendar]])
* insert HeartFailureTherapeuticEducationAction([[À proposer à l'inclusion]], [[Offered at inclusion]])
* insert HeartFailureCardiacRehabilitationAction([[À proposer à l'inclusion]], [[Offered at inclusion]])

Instance: HeartFailureStrategyStratum2
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(HeartFailure, heart-failure, Heart failure, Insuffisance cardiaque, 2, [[ambulatoire sous diurétique]], [[ambulatory under diuretic]])
* insert HeartFailureCardiologistVisitAction([[2 à 3 fois par an]], [[2 to 3 times a year]])
* insert HeartFailureGpVisitAction([[Au moins 4 fois par an]], [[At least 4 times a year]])
* insert HeartFailureWeightAction([[2 à 3 fois par semaine en automesure ; sinon à chaque consultation, au moins tous les 3 mois]], [[2 to 3 times a week when self-measured; otherwise at each visit, at least every 3 months]])
* insert HeartFailureBloodPressureAction([[1 fois par mois]], [[Every month]])
* insert HeartFailureHeartRateAction([[1 fois par mois]], [[Every month]])
* insert HeartFailureNyhaClassAction([[À chaque consultation, au moins tous les 3 mois]], [[At each visit, at least every 3 months]])
* insert HeartFailureKidneyAndElectrolytesAction([[2 fois par an ; 2 semaines après le début de certains traitements]], [[Twice a year; 2 weeks after the start of some treatments]])
* insert HeartFailureNatriureticPeptideAction([[1 fois par an]], [[Every year]])
* insert HeartFailureEcgAction([[2 fois par an]], [[Twice a year]])
* insert HeartFailureEchocardiographyAction([[Tous les 1 à 2 ans]], [[Every 1 to 2 years]])
* insert HeartFailureIronStatusAction([[1 fois par an]], [[Every year]])
* insert HeartFailureComorbidityPanelAction([[1 fois par an]], [[Every year]])
* insert HeartFailureDeviceCheckAction([[Si dispositif implanté : 2 à 4 fois par an]], [[With an implanted device: 2 to 4 times a year]])
* insert HeartFailureInrAction([[Sous antivitamine K : 1 fois par mois]], [[Under a vitamin K antagonist: every month]])
* insert HeartFailureTreatmentReviewAction([[À chaque consultation, au moins tous les 3 mois]], [[At each visit, at least every 3 months]])
* insert HeartFailureVaccinationAction([[À chaque saison pour la grippe ; pneumocoque et COVID-19 selon le calendrier]], [[Every season for influenza; pneumococcal and COVID-19 by the calendar]])
* insert HeartFailureTherapeuticEducationAction([[À proposer à l'inclusion]], [[Offered at inclusion]])
* insert HeartFailureCardiacRehabilitationAction([[À proposer à l'inclusion]], [[Offered at inclusion]])

Instance: HeartFailureStrategyStratum3
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(HeartFailure, heart-failure, Heart failure, Insuffisance cardiaque, 3, [[stabilisée symptomatique]], [[stabilised, symptomatic]])
* insert HeartFailureCardiologistVisitAction([[3 fois par an ; classe NYHA III : 4 à 12]], [[3 times a year; NYHA class III: 4 to 12]])
* insert HeartFailureGpVisitAction([[Au moins 4 fois par an ; classe NYHA III : 4 à 12]], [[At least 4 times a year; NYHA class III: 4 to 12]])
* insert HeartFailureWeightAction([[Tous les jours en automesure ; sinon à chaque consultation, au moins tous les 3 mois]], [[Every day when self-measured; otherwise at each visit, at least every 3 months]])
* insert HeartFailureBloodPressureAction([[Toutes les semaines en automesure ; sinon tous les mois]], [[Every week when self-measured; otherwise every month]])
* insert HeartFailureHeartRateAction([[Toutes les semaines en automesure ; sinon tous les mois]], [[Every week when self-measured; otherwise every month]])
* insert HeartFailureNyhaClassAction([[À chaque consultation, au moins tous les 3 mois]], [[At each visit, at least every 3 months]])
* insert HeartFailureKidneyAndElectrolytesAction([[4 fois par an ; 2 semaines après le début de certains traitements]], [[4 times a year; 2 weeks after the start of some treatments]])
* insert HeartFailureNatriureticPeptideAction([[1 fois par an]], [[Every year]])
* insert HeartFailureEcgAction([[2 fois par an, mieux à chaque consultation de cardiologie]], [[Twice a year, better at each cardiologist visit]])
* insert HeartFailureEchocardiographyAction([[Tous les 1 à 2 ans]], [[Every 1 to 2 years]])
* insert HeartFailureIronStatusAction([[1 fois par an]], [[Every year]])
* insert HeartFailureComorbidityPanelAction([[1 fois par an]], [[Every year]])
* insert HeartFailureDeviceCheckAction([[Si dispositif implanté : 2 à 4 fois par an]], [[With an implanted device: 2 to 4 times a year]])
* insert HeartFailureInrAction([[Sous antivitamine K : 1 fois par mois]], [[Under a vitamin K antagonist: every month]])
* insert HeartFailureTreatmentReviewAction([[À chaque consultation, au moins tous les 3 mois ; toutes les 2 semaines tant que manque un des quatre piliers]], [[At each visit, at least every 3 months; every 2 weeks while one of the four pillars is missing]])
* insert HeartFailureVaccinationAction([[À chaque saison pour la grippe ; pneumocoque et COVID-19 selon le calendrier]], [[Every season for influenza; pneumococcal and COVID-19 by the calendar]])
* insert HeartFailureRemoteMonitoringAction([[À proposer à l'inclusion]], [[Offered at inclusion]])
* insert HeartFailureTherapeuticEducationAction([[À proposer à l'inclusion]], [[Offered at inclusion]])
* insert HeartFailureCardiacRehabilitationAction([[À proposer à l'inclusion]], [[Offered at inclusion]])

Instance: HeartFailureStrategyStratum4
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(HeartFailure, heart-failure, Heart failure, Insuffisance cardiaque, 4, [[récemment décompensée]], [[recently decompensated]])
* insert HeartFailurePostDischargeAction([[Médecin traitant ou infirmier dans les 7 jours, cardiologue dans les 14 jours et dans les 2 mois]], [[GP or nurse within 7 days, cardiologist within 14 days and within 2 months]])
* insert HeartFailureCardiologistVisitAction([[4 fois par an ; classe NYHA III : 4 à 12]], [[4 times a year; NYHA class III: 4 to 12]])
* insert HeartFailureGpVisitAction([[Au moins 6 fois par an ; classe NYHA III : 12]], [[At least 6 times a year; NYHA class III: 12]])
* insert HeartFailureWeightAction([[Tous les jours en automesure ; sinon à chaque consultation, au moins tous les 2 mois]], [[Every day when self-measured; otherwise at each visit, at least every 2 months]])
* insert HeartFailureBloodPressureAction([[Toutes les semaines, mieux tous les jours, en automesure ; sinon tous les mois]], [[Every week, better every day, when self-measured; otherwise every month]])
* insert HeartFailureHeartRateAction([[Toutes les semaines, mieux tous les jours, en automesure ; sinon tous les mois]], [[Every week, better every day, when self-measured; otherwise every month]])
* insert HeartFailureNyhaClassAction([[À chaque consultation, au moins tous les 2 mois]], [[At each visit, at least every 2 months]])
* insert HeartFailureKidneyAndElectrolytesAction([[4 à 6 fois par an ; 2 semaines après le début de certains traitements]], [[4 to 6 times a year; 2 weeks after the start of some treatments]])
* insert HeartFailureNatriureticPeptideAction([[À la sortie, à 1 mois et à 6 mois, puis tous les ans]], [[At the discharge, at 1 month and at 6 months, then every year]])
* insert HeartFailureEcgAction([[4 fois par an]], [[4 times a year]])
* insert HeartFailureEchocardiographyAction([[Dans les 3 mois après la sortie, puis tous les ans]], [[Within 3 months of the discharge, then every year]])
* insert HeartFailureIronStatusAction([[À la sortie, puis tous les ans]], [[At the discharge, then every year]])
* insert HeartFailureComorbidityPanelAction([[1 fois par an]], [[Every year]])
* insert HeartFailureDeviceCheckAction([[Si dispositif implanté : 2 à 4 fois par an]], [[With an implanted device: 2 to 4 times a year]])
* insert HeartFailureInrAction([[Sous antivitamine K : 1 fois par mois]], [[Under a vitamin K antagonist: every month]])
* insert HeartFailureTreatmentReviewAction([[À chaque consultation, au moins tous les 2 mois]], [[At each visit, at least every 2 months]])
* insert HeartFailureVaccinationAction([[À chaque saison pour la grippe ; pneumocoque et COVID-19 selon le calendrier]], [[Every season for influenza; pneumococcal and COVID-19 by the calendar]])
* insert HeartFailureRemoteMonitoringAction([[Après une hospitalisation : à proposer, au moins 1 fois par an]], [[After a stay: offered, at least once a year]])
* insert HeartFailureTherapeuticEducationAction([[À proposer, au moins 1 fois par an]], [[Offered, at least once a year]])
* insert HeartFailureCardiacRehabilitationAction([[À proposer, au moins 1 fois par an]], [[Offered, at least once a year]])

Instance: HeartFailureStrategyStratum5
InstanceOf: PlanDefinition
Usage: #definition
* insert Strategy(HeartFailure, heart-failure, Heart failure, Insuffisance cardiaque, 5, [[avancée]], [[advanced]])
* insert HeartFailurePostDischargeAction([[Médecin traitant ou infirmier dans les 7 jours, cardiologue dans les 14 jours et dans les 2 mois]], [[GP or nurse within 7 days, cardiologist within 14 days and within 2 months]])
* insert HeartFailureCardiologistVisitAction([[Au moins 4 fois par an, équipe d'insuffisance cardiaque avancée ; classe NYHA III : 4 à 12]], [[At least 4 times a year, advanced heart failure team; NYHA class III: 4 to 12]])
* insert HeartFailureGpVisitAction([[1 fois par mois]], [[Every month]])
* insert HeartFailureWeightAction([[Tous les jours en automesure ; sinon à chaque consultation, au moins tous les mois]], [[Every day when self-measured; otherwise at each visit, at least every month]])
* insert HeartFailureBloodPressureAction([[Tous les jours en automesure ; sinon tous les mois]], [[Every day when self-measured; otherwise every month]])
* insert HeartFailureHeartRateAction([[Tous les jours en automesure ; sinon tous les mois]], [[Every day when self-measured; otherwise every month]])
* insert HeartFailureNyhaClassAction([[À chaque consultation, au moins tous les mois]], [[At each visit, at least every month]])
* insert HeartFailureKidneyAndElectrolytesAction([[1 fois par mois ; 2 semaines après le début de certains traitements]], [[Every month; 2 weeks after the start of some treatments]])
* insert HeartFailureNatriureticPeptideAction([[À chaque consultation de cardiologie, au moins tous les 3 mois ; mieux à chaque consultation]], [[At each cardiologist visit, at least every 3 months; better at each visit]])
* insert HeartFailureEcgAction([[4 fois par an]], [[4 times a year]])
* insert HeartFailureEchocardiographyAction([[1 fois par an]], [[Every year]])
* insert HeartFailureIronStatusAction([[2 fois par an]], [[Twice a year]])
* insert HeartFailureComorbidityPanelAction([[1 fois par an]], [[Every year]])
* insert HeartFailureDeviceCheckAction([[Si dispositif implanté : 2 à 4 fois par an]], [[With an implanted device: 2 to 4 times a year]])
* insert HeartFailureInrAction([[Sous antivitamine K : 1 fois par mois]], [[Under a vitamin K antagonist: every month]])
* insert HeartFailureTreatmentReviewAction([[À chaque consultation, au moins tous les mois]], [[At each visit, at least every month]])
* insert HeartFailureVaccinationAction([[À chaque saison pour la grippe ; pneumocoque et COVID-19 selon le calendrier]], [[Every season for influenza; pneumococcal and COVID-19 by the calendar]])
* insert HeartFailureRemoteMonitoringAction([[À proposer, au moins 1 fois par an]], [[Offered, at least once a year]])
* insert HeartFailureTherapeuticEducationAction([[À proposer, au moins 1 fois par an]], [[Offered, at least once a year]])
* insert HeartFailureCardiacRehabilitationAction([[À proposer, au moins 1 fois par an]], [[Offered, at least once a year]])
* insert HeartFailurePalliativeCareTalkAction([[Au moins 1 fois par an]], [[At least once a year]])
