"""Words of the clinic that look like names and are none: drugs, eponyms, scales, methods of therapy.

Masking them would ruin a note ("[PERSON_3]'s disease, [ORGANIZATION_2] score 14"), so a
finding made only of them is dropped. An eponym counts only beside its noun: "Beck
inventory" stays, "Doctor Beck" is masked.
"""

from __future__ import annotations

import re

from live_notes.masking.lexicon.word_set import word_set
from live_notes.masking.spoken.words import Words

DRUGS: frozenset[str] = word_set(
    """
    abilify acamprosate accutane acetaminophen adderall advil albuterol alprazolam ambien amitriptyline
    amlodipine amoxicillin amphetamine anafranil antabuse aripiprazole aspirin asenapine atarax atenolol
    ativan atomoxetine atorvastatin augmentin azithromycin belsomra benadryl benztropine botox brexpiprazole
    brintellix bupropion buprenorphine buspar buspirone cannabis carbamazepine cariprazine celexa cetirizine
    chantix chlordiazepoxide chlorpromazine citalopram claritin clomipramine clonazepam clonidine clozapine
    clozaril cocaine codeine cogentin concerta cymbalta daytrana depakote desipramine desvenlafaxine desyrel
    dexedrine dextroamphetamine diazepam diclofenac diphenhydramine disulfiram divalproex donepezil doxepin
    doxycycline duloxetine ecstasy effexor eliquis escitalopram eskalith esketamine estrogen eszopiclone
    fanapt fentanyl ferrous fetzima flonase fluoxetine fluphenazine flurazepam fluvoxamine focalin gabapentin
    geodon
    guanfacine hashish haldol haloperidol heroin humira hydrocodone hydrocortisone hydroxyzine ibuprofen
    iloperidone imipramine inderal insulin intuniv invega isocarboxazid kapvay keppra ketamine klonopin
    kratom lamictal lamotrigine latuda levothyroxine lexapro librium lipitor lisdexamfetamine lisinopril
    lithium lithobid lorazepam losartan loxapine lsd lunesta lurasidone luvox lyrica marijuana marplan mdma
    melatonin memantine metformin methadone methamphetamine methylphenidate metoprolol miltown minipress
    mirtazapine modafinil morphine motrin mounjaro naloxone naltrexone naproxen narcan nardil nexium
    nicotine norpramin nortriptyline nyquil olanzapine omeprazole oxazepam oxcarbazepine oxycodone oxycontin
    ozempic paliperidone pamelor parnate paroxetine paxil penicillin percocet perphenazine pexeva phenelzine
    phenobarbital pregabalin prednisone prilosec pristiq provigil prozac propranolol prazosin psilocybin
    quetiapine quillivant ramelteon rapamune remeron restoril rexulti risperdal risperidone ritalin rozerem
    sabril salbutamol saphris semaglutide serax seroquel sertraline sinequan sonata spravato strattera
    suboxone subutex symbyax tegretol temazepam tenex thorazine tofranil topamax topiramate tramadol
    tranxene trazodone triazolam trileptal trintellix tylenol valium valproate valproic varenicline
    venlafaxine ventolin vicodin viibryd vilazodone vistaril vivitrol vortioxetine vraylar vyvanse warfarin
    wegovy wellbutrin xanax xarelto zaleplon ziprasidone zofran zolpidem zoloft zonegran zopiclone zyban
    zyprexa zyrtec ventolin seretide symbicort ramipril bisoprolol nitrofurantoin norvasc lasix meloxicam
    furosemide implanon microgynon ultram carvedilol miralax singulair allopurinol crestor torsemide
    flexeril protonix digoxin clenil mobic unithroid celestone finasteride cialis bumex cozaar aleve
    loratadine fexofenadine nicorette synthroid imitrex neurontin combivent lortab flomax aldactone naprosyn
    seroxat chlorphenamine diprobase bactroban cetraben betnovate pepcid rennie dioralyte diarolyte epipen
    methotrexate thyroxine fluocinonide toprol statin statins meth thc dexamethasone prednisolone
    hydrocortisone nitroglycerin plaquenil lamisil zocor plavix coumadin januvia jardiance trulicity victoza
    lantus humalog novolog zetia tricor diovan benicar micardis altace zestril norco soma robaxin skelaxin
    zanaflex baclofen celebrex toradol voltaren mucinex sudafed pepto bismol metamucil dulcolax senna colace
    tums maalox prevacid aciphex reglan zantac viagra levitra premarin mirena depo nexplanon plan-b clomid
    femara tamoxifen trimethoprim lansoprazole co-codamol cocodamol calpol piriton nurofen gaviscon
    dioralyte loperamide imodium
    """
)

_DRUG_ENDING = re.compile(
    r"[a-z]{3,}(?:azepam|zolam|oxetine|pramine|triptyline|azine|idone|apine|statin|prazole|olol|pril|sartan|cillin"
    r"|mycin|floxacin|cycline|profen|caine|codone|gliptin|gliflozin|glutide|mab|vir|azole|thiazide|lukast|setron"
    r"|triptan|barbital|peridol|peridone|piprazole|trigine|racetam|dronate|phylline|terol|solone"
    r"|faxine|dipine|zosin)\Z"
)

_MEDICAL_ENDING = re.compile(
    r"[a-z]{3,}(?:itis|osis|oses|aemia|emia|ectomy|otomy|ostomy|pathy|pathies|algia|plegia|plasty|uria|scopy|scopies"
    r"|graphy|ology|ologist|ologists|ological|ologic|megaly|phobia|phobic|philia|trophy|genic|emic|itic|trexate"
    r"|tadine|nadine|semide|ritidine|purinol|thasone|methasone|gynon|vascular|skeletal|enteric|peritoneal|inflammatory"
    r"|inflammatories|sterone|oxin|roxine|sulide|oxicam|profin|steroid|steroids|aminophen)\Z"
)
"""Ends of medical words, from eight letters on."""

EPONYMS: frozenset[str] = word_set(
    """
    alzheimer alzheimers parkinson parkinsons asperger aspergers tourette tourettes huntington huntingtons
    crohn crohns hodgkin hodgkins graves hashimoto hashimotos addison addisons cushing cushings down downs
    turner marfan wernicke korsakoff munchausen stockholm capgras cotard raynaud raynauds sjogren sjogrens
    bell bells meniere menieres lou gehrig beck becks hamilton montgomery asberg young liebowitz epworth
    edinburgh columbia yale brown connors conners vanderbilt minnesota rosenberg rorschach hare maslow freud
    freudian jung jungian adler adlerian rogers rogerian bowlby ainsworth winnicott piaget erikson linehan
    gottman satir bowen minuchin pavlov skinner socratic socrates wechsler stroop likert glasgow snellen
    babinski romberg heimlich apgar lyme epstein barr pap kegel kegels valsalva jarisch lewy kanner rett
    retts prader willi wilson lennox gastaut guillain barre
    """
)
"""Names that stand in diseases, scales and schools of therapy."""

_EPONYM_NOUNS = word_set(
    """
    disease syndrome syndromes disorder dementia palsy test scale inventory index score scores questionnaire
    checklist criteria method therapy phenomenon reflex sign assessment rating depression anxiety mania
    hopelessness phase inkblot hierarchy pyramid theory approach model model's work style questioning
    question questions couples coma virus smear exercise exercises maneuver manoeuvre body bodies obsessive
    suicide suicidality sleepiness postnatal multiphasic self esteem social adult intelligence memory triad
    conditioning box
    """
)

_MEDICAL_NAMES = word_set(
    """
    alzheimer alzheimers parkinson parkinsons asperger aspergers tourette tourettes huntington huntingtons
    crohn crohns hodgkin hodgkins hashimoto hashimotos cushing cushings marfan wernicke korsakoff munchausen
    raynaud raynauds sjogren sjogrens meniere menieres rorschach freud freudian jung jungian adlerian
    rogerian pavlov socratic socrates likert kegel kegels lyme guillain lewy prader asberg liebowitz epworth
    """
)
"""Eponyms that need no noun beside them: nobody in the room is called so, or the roster says it."""

TERMS: frozenset[str] = word_set(
    """
    cbt dbt act emdr ifs mi rebt erp cpt pe acceptance mbct mbsr psychodynamic gestalt somatic narrative aa
    na al-anon alanon smart dsm icd phq gad pcl audit dast mdq ybocs bdi bai hamd hama madrs cssrs c-ssrs
    epds moca mmse asrs isi psqi ces oq ors srs sud suds adhd add ocd ptsd cptsd bpd gad7 phq9 phq2 phq15
    pcl5 mdd did asd odd npd ed ibs ibd uti copd gerd hiv aids std sti iud ekg ecg eeg mri ct mra pet cat er
    icu gp pcp np pa rn md phd lcsw lmft lpc iop php hipaa ehr emr ssri ssris snri snris maoi tca ssdi ssi
    fmla iep bmi bp hr a1c hba1c tsh b12 d3 hdl ldl vitamin omega covid covid19 covid-19 rsv flu tb hpv pms
    pmdd ivf dna tens ect tms rtms snri nhs nice va wnl otc soap dap birp girp pirp tipp dear man please
    wise mind radical opposite dearman fast give stop tip grounding exposure response prevention hypomania
    hypomanic dysthymia cyclothymia anhedonia alexithymia agoraphobia trichotillomania bulimia anorexia
    psychosis schizoaffective tardive dyskinesia akathisia mindfulness motivational interviewing
    reprocessing attachment schema mentalization medicare medicaid fibromyalgia hypothyroidism hashimoto
    neuropathy gastroenteritis migraine migraines endometriosis sciatica mrn dob ssn vin npi dea iban pin
    ein imei udi zip echocardiogram flexion reflux endoscopy neurovascular dorsalis pedis mitral erythema
    epidural rales ecchymosis auscultation ureter crampy paraspinal rotator proximal distal titer cbc egd
    anaphylactic anaphylaxis creatinine musculoskeletal aortic workup dcis adenoma bruit bruits malleolus
    lisfranc iga anabolic chf phosphatase midline meniscus respirations rhonchi mellitus plantar midfoot
    rheumatoid dermal stds pfts cvs benzoyl mcp ulnar flexor psa deciliter neurologic mmr ast ductal nsaids
    nsaid pronation nonhealing valgus chiasm sle stridor expiratory hemorrhagic dyslipidemia afib cath
    cortisol ekgs neuro testicular asymptomatic nontender nevus metastatic mcl acl tuberosity supination hcv
    chemo nondistended tibial varus epigastric jvd ferritin doppler polycystic atrial fibrillation cabg
    inhibitor hrt meds tias cva gi gerd pvcs pvc ibuprofen's dermatomyositis rheumatology inspiratory
    saturations ischemic probiotics herniation catheterization suppressant radiograph endoscope
    exacerbations stressors wellness histology immunodeficiency immunoglobulin preoperative postoperative
    gaslighter delusional hallucinations interoception interoceptive somatization parasympathetic vagus
    vagal amygdala cortex prefrontal dopamine serotonin norepinephrine neurotransmitter neurotransmitters
    estrogen testosterone perimenopause perimenopausal postpartum antepartum miscarriage preeclampsia colic
    kink polyamory polyamorous nonbinary cisgender transgender genderqueer asexual pansexual demisexual
    tinnitus eczema psoriasis tonsillitis sinusitis bronchitis pneumonia pyelonephritis appendicitis
    cholecystitis
    """
)
"""Scales, diagnoses, methods and abbreviations of mental-health and general care."""

SPELLED: frozenset[str] = frozenset(term for term in TERMS if len(term) <= 5) | word_set(
    """
    usa uk us tv dvd cd pc ok id dob fyi asap aka faq diy vip ceo hr it pto er nyc la abc xyz lgbt lgbtq cps
    dui dwi gps ptsd adhd phq gad pcl ssri snri madrs ybocs omg lol www iv im po prn bid tid qid mg ml kg lb
    lbs
    """
)
"""Abbreviations said letter by letter ("p t s d") that spell no name."""


def is_drug(low: str) -> bool:
    """Whether `low` (folded) is a drug by the list or by its ending."""
    return low in DRUGS or low.removesuffix("s") in DRUGS or bool(_DRUG_ENDING.match(low) and len(low) > 6)


def is_clinical(words: Words, position: int) -> bool:
    """Whether the word at `position` is a clinical term where it stands."""
    low = words.low(position)
    if low in TERMS or is_drug(low) or low in _MEDICAL_NAMES or (len(low) > 7 and _MEDICAL_ENDING.match(low)):
        return True
    if low == "ray" and words.low(position - 1) == "x":
        return True
    return low in EPONYMS and _beside_noun(words, position)


def _beside_noun(words: Words, position: int) -> bool:
    near = [words.low(position + step) for step in (1, 2, 3)]
    return near[0] in _EPONYM_NOUNS or (near[0] in EPONYMS and bool({near[1], near[2]} & _EPONYM_NOUNS))
