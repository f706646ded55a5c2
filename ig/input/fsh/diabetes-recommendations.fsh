Instance: DiabetesHbA1cRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, HbA1c, HbA1c, hba1c, HbA1c, [[Hémoglobine glyquée (HbA1c)]], [[Glycated haemoglobin]], [[Doser l'HbA1c dans le sang veineux.]], [[Measure HbA1c in venous blood.]])

Instance: DiabetesHbA1cActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, HbA1c, HbA1c, hba1c, HbA1c, [[Hémoglobine glyquée (HbA1c)]], [[Glycated haemoglobin]], [[Doser l'HbA1c dans le sang veineux.]], [[Measure HbA1c in venous blood.]])

Instance: DiabetesLabPanelRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, LabPanel, Lab Panel, lab-panel, Full laboratory check, [[Bilan biologique complet]], [[Full laboratory check]], [[Doser la créatinine avec le DFG, le rapport albumine/créatinine urinaire et les lipides.]], [[Measure creatinine with eGFR, urine albumin/creatinine ratio and lipids.]])

Instance: DiabetesLabPanelActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, LabPanel, Lab Panel, lab-panel, Full laboratory check, [[Bilan biologique complet]], [[Full laboratory check]], [[Doser la créatinine avec le DFG, le rapport albumine/créatinine urinaire et les lipides.]], [[Measure creatinine with eGFR, urine albumin/creatinine ratio and lipids.]])

Instance: DiabetesEcgRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, Ecg, ECG, ecg, Resting ECG, [[ECG de repos]], [[Resting ECG]], [[Enregistrer un électrocardiogramme de repos.]], [[Record a resting electrocardiogram.]])

Instance: DiabetesEcgActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, Ecg, ECG, ecg, Resting ECG, [[ECG de repos]], [[Resting ECG]], [[Enregistrer un électrocardiogramme de repos.]], [[Record a resting electrocardiogram.]])

Instance: DiabetesMonofilamentRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, Monofilament, Monofilament, monofilament, Monofilament test, [[Test au monofilament]], [[Monofilament test]], [[Tester les deux pieds au monofilament de 10 g et grader le risque podologique.]], [[Test both feet with the 10 g monofilament and grade the risk of the foot.]])

Instance: DiabetesMonofilamentActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, Monofilament, Monofilament, monofilament, Monofilament test, [[Test au monofilament]], [[Monofilament test]], [[Tester les deux pieds au monofilament de 10 g et grader le risque podologique.]], [[Test both feet with the 10 g monofilament and grade the risk of the foot.]])

Instance: DiabetesFundusRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, Fundus, Fundus, fundus, Fundus examination, [[Fond d'œil]], [[Fundus examination]], [[Examiner le fond d'œil, ou dépister la rétinopathie par rétinographie.]], [[Examine the eye fundus, or screen for retinopathy by retinography.]])

Instance: DiabetesFundusActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, Fundus, Fundus, fundus, Fundus examination, [[Fond d'œil]], [[Fundus examination]], [[Examiner le fond d'œil, ou dépister la rétinopathie par rétinographie.]], [[Examine the eye fundus, or screen for retinopathy by retinography.]])

Instance: DiabetesVaccinationRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, Vaccination, Vaccination, vaccination, Vaccination, [[Vaccination]], [[Vaccination]], [[Vérifier les rappels et le vaccin pneumococcique, proposer le vaccin de la grippe de la saison.]], [[Check boosters and pneumococcal vaccine, offer the influenza vaccine of the season.]])

Instance: DiabetesVaccinationActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, Vaccination, Vaccination, vaccination, Vaccination, [[Vaccination]], [[Vaccination]], [[Vérifier les rappels et le vaccin pneumococcique, proposer le vaccin de la grippe de la saison.]], [[Check boosters and pneumococcal vaccine, offer the influenza vaccine of the season.]])

Instance: DiabetesBloodPressureRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, BloodPressure, Blood Pressure, bp, Blood pressure, [[Tension artérielle]], [[Blood pressure]], [[Mesurer la tension artérielle, à domicile ou en consultation.]], [[Measure blood pressure, by the person at home or at a visit.]])

Instance: DiabetesBloodPressureActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, BloodPressure, Blood Pressure, bp, Blood pressure, [[Tension artérielle]], [[Blood pressure]], [[Mesurer la tension artérielle, à domicile ou en consultation.]], [[Measure blood pressure, by the person at home or at a visit.]])

Instance: DiabetesFastingGlucoseRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, FastingGlucose, Fasting Glucose, fpg, Fasting glucose, [[Glycémie à jeun]], [[Fasting glucose]], [[Doser la glycémie veineuse après une nuit de jeûne.]], [[Measure venous glucose after a night's fast.]])

Instance: DiabetesFastingGlucoseActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, FastingGlucose, Fasting Glucose, fpg, Fasting glucose, [[Glycémie à jeun]], [[Fasting glucose]], [[Doser la glycémie veineuse après une nuit de jeûne.]], [[Measure venous glucose after a night's fast.]])

Instance: DiabetesFindriscRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, Findrisc, FINDRISC, findrisc, FINDRISC, [[Score FINDRISC]], [[FINDRISC score]], [[Poser les questions du FINDRISC : le risque de diabète de type 2 à dix ans.]], [[Ask the FINDRISC questions: the risk of type 2 diabetes within ten years.]])

Instance: DiabetesFindriscActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, Findrisc, FINDRISC, findrisc, FINDRISC, [[Score FINDRISC]], [[FINDRISC score]], [[Poser les questions du FINDRISC : le risque de diabète de type 2 à dix ans.]], [[Ask the FINDRISC questions: the risk of type 2 diabetes within ten years.]])

Instance: DiabetesCapillaryGlucoseRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, CapillaryGlucose, Capillary Glucose, smbg, Capillary glucose, [[Glycémies capillaires]], [[Capillary glucose]], [[Mesurer soi-même sa glycémie capillaire, ou porter un capteur, et partager les valeurs.]], [[Measure one's own capillary glucose, or wear a sensor, and share the values.]])

Instance: DiabetesCapillaryGlucoseActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, CapillaryGlucose, Capillary Glucose, smbg, Capillary glucose, [[Glycémies capillaires]], [[Capillary glucose]], [[Mesurer soi-même sa glycémie capillaire, ou porter un capteur, et partager les valeurs.]], [[Measure one's own capillary glucose, or wear a sensor, and share the values.]])

Instance: DiabetesWeightRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, Weight, Weight, weight, Weight, [[Pesée]], [[Weight]], [[Se peser, à domicile ou en consultation.]], [[Weigh, by the person at home or at a visit.]])

Instance: DiabetesWeightActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, Weight, Weight, weight, Weight, [[Pesée]], [[Weight]], [[Se peser, à domicile ou en consultation.]], [[Weigh, by the person at home or at a visit.]])

Instance: DiabetesFootSelfCareRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, FootSelfCare, Foot Self Care, foot-self, Look at feet and wounds, [[Surveillance visuelle des pieds et des plaies]], [[Look at feet and wounds]], [[Regarder ses pieds et ses plaies tous les jours ; l'apprendre et le revoir avec un soignant.]], [[Look at feet and wounds every day; be taught to, and review it with a professional.]])

Instance: DiabetesFootSelfCareActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, FootSelfCare, Foot Self Care, foot-self, Look at feet and wounds, [[Surveillance visuelle des pieds et des plaies]], [[Look at feet and wounds]], [[Regarder ses pieds et ses plaies tous les jours ; l'apprendre et le revoir avec un soignant.]], [[Look at feet and wounds every day; be taught to, and review it with a professional.]])

Instance: DiabetesCardiovascularRiskRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, CardiovascularRisk, Cardiovascular Risk, cv-risk, Cardiovascular risk, [[Surveillance cardiovasculaire]], [[Cardiovascular risk]], [[Faire le point sur la tension artérielle et les lipides.]], [[Review blood pressure and lipids.]])

Instance: DiabetesCardiovascularRiskActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, CardiovascularRisk, Cardiovascular Risk, cv-risk, Cardiovascular risk, [[Surveillance cardiovasculaire]], [[Cardiovascular risk]], [[Faire le point sur la tension artérielle et les lipides.]], [[Review blood pressure and lipids.]])

Instance: DiabetesComplicationsReviewRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, ComplicationsReview, Complications Review, complications, Complications review, [[Bilan des complications]], [[Complications review]], [[Rechercher les complications micro- et macroangiopathiques : rein, œil, nerf et pied, cœur, artères.]], [[Look for micro- and macrovascular complications: kidney, eye, nerve and foot, heart, arteries.]])

Instance: DiabetesComplicationsReviewActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, ComplicationsReview, Complications Review, complications, Complications review, [[Bilan des complications]], [[Complications review]], [[Rechercher les complications micro- et macroangiopathiques : rein, œil, nerf et pied, cœur, artères.]], [[Look for micro- and macrovascular complications: kidney, eye, nerve and foot, heart, arteries.]])

Instance: DiabetesGpVisitRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, GpVisit, GP Visit, gp-visit, GP visit, [[Consultation de médecine générale]], [[GP visit]], [[Consulter le médecin traitant.]], [[See the general practitioner.]])

Instance: DiabetesGpVisitActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, GpVisit, GP Visit, gp-visit, GP visit, [[Consultation de médecine générale]], [[GP visit]], [[Consulter le médecin traitant.]], [[See the general practitioner.]])

Instance: DiabetesDiabetologistRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, Diabetologist, Diabetologist, diabetologist, Diabetologist visit, [[Consultation de diabétologie]], [[Diabetologist visit]], [[Consulter un diabétologue, en ville, à l'hôpital ou en hôpital de jour.]], [[See a diabetologist, in town, at the hospital or in a day hospital.]])

Instance: DiabetesDiabetologistActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, Diabetologist, Diabetologist, diabetologist, Diabetologist visit, [[Consultation de diabétologie]], [[Diabetologist visit]], [[Consulter un diabétologue, en ville, à l'hôpital ou en hôpital de jour.]], [[See a diabetologist, in town, at the hospital or in a day hospital.]])

Instance: DiabetesPodiatryRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, Podiatry, Podiatry, podiatry, Podiatry, [[Soins de pédicurie-podologie]], [[Podiatry]], [[Prévenir les lésions du pied à risque par des soins de pédicurie-podologie.]], [[Prevent lesions of the foot at risk by podiatry.]])

Instance: DiabetesPodiatryActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, Podiatry, Podiatry, podiatry, Podiatry, [[Soins de pédicurie-podologie]], [[Podiatry]], [[Prévenir les lésions du pied à risque par des soins de pédicurie-podologie.]], [[Prevent lesions of the foot at risk by podiatry.]])

Instance: DiabetesDentalRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, Dental, Dental, dental, Dental check, [[Bilan dentaire]], [[Dental check]], [[Faire vérifier dents et gencives par un chirurgien-dentiste.]], [[Have teeth and gums checked by a dentist.]])

Instance: DiabetesDentalActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, Dental, Dental, dental, Dental check, [[Bilan dentaire]], [[Dental check]], [[Faire vérifier dents et gencives par un chirurgien-dentiste.]], [[Have teeth and gums checked by a dentist.]])

Instance: DiabetesTherapeuticEducationRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, TherapeuticEducation, Therapeutic Education, etp, Therapeutic education, [[Éducation thérapeutique du patient]], [[Therapeutic education]], [[Proposer un programme d'éducation thérapeutique ; le renforcer en strate 4.]], [[Offer a programme of therapeutic education; reinforce it in stratum 4.]])

Instance: DiabetesTherapeuticEducationActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, TherapeuticEducation, Therapeutic Education, etp, Therapeutic education, [[Éducation thérapeutique du patient]], [[Therapeutic education]], [[Proposer un programme d'éducation thérapeutique ; le renforcer en strate 4.]], [[Offer a programme of therapeutic education; reinforce it in stratum 4.]])

Instance: DiabetesLifestyleRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, Lifestyle, Lifestyle, lifestyle, Lifestyle advice, [[Règles hygiéno-diététiques et activité physique adaptée]], [[Lifestyle advice]], [[Conseiller sur l'alimentation et l'activité physique ; prescrire une activité physique adaptée au besoin.]], [[Advise on food and physical activity; prescribe adapted physical activity where needed.]])

Instance: DiabetesLifestyleActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, Lifestyle, Lifestyle, lifestyle, Lifestyle advice, [[Règles hygiéno-diététiques et activité physique adaptée]], [[Lifestyle advice]], [[Conseiller sur l'alimentation et l'activité physique ; prescrire une activité physique adaptée au besoin.]], [[Advise on food and physical activity; prescribe adapted physical activity where needed.]])

Instance: DiabetesSmokingRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(Diabetes, Smoking, Smoking, smoking, Smoking status, [[Statut tabagique]], [[Smoking status]], [[Demander le statut tabagique et proposer une aide à l'arrêt.]], [[Ask for the smoking status and offer help to stop.]])

Instance: DiabetesSmokingActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(Diabetes, Smoking, Smoking, smoking, Smoking status, [[Statut tabagique]], [[Smoking status]], [[Demander le statut tabagique et proposer une aide à l'arrêt.]], [[Ask for the smoking status and offer help to stop.]])
