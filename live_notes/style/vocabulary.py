"""The only words a rule may be made of: a closed list, so that nobody's name or story can enter a profile.

`FRAME` are the words notes are framed with; wording may change these alone. `MATTER` may stand in whole
sentences that a clinician adds to every note, and in headings. Neither has names, numbers, words of risk,
pronouns of a client, or kin.
"""

from __future__ import annotations

from live_notes.drafting.language.words import word_set

FRAME = word_set("""
a about above according actual additionally also although an and around as at basis be because been began
begin begins below between briefly but by can clearly did do does doing done due for from full fully further
generally given had has have having here however if in indeed into is it its itself just moreover of off on
onto or otherwise out over own part per regarding related so some such than that the then there therefore
these this those though through throughout thus to together toward towards under up upon via was well were
what when where whether which who whom whose will with within acknowledge acknowledged acknowledges
acknowledging address addressed addresses addressing agree agreed agrees agreeing answer answered answers
answering appraise ask asked asks asking assert asserted asserts assess assessed assesses assessing assist
assisted assists assisting clarified clarifies clarify clarifying comment commented comments complete
completed completes completing concluded concludes confirm confirmed confirms confirming consider considered
considers considering continue continued continues continuing convey conveyed conveys describe described
describes describing detail detailed details discuss discussed discusses discussing disclosed discloses
disclose elaborated elaborates emphasized emphasizes encourage encouraged encourages encouraging endorse
endorsed endorses endorsing engage engaged engages engaging establish established establishes examine
examined examines explain explained explains explaining explore explored explores exploring express
expressed expresses expressing follow followed following follows formulate formulated formulates formulating
identified identifies identify identifying indicate indicated indicates indicating inform informed informs
introduce introduced introduces maintain maintained maintains mention mentioned mentions mentioning monitor
monitored monitors note noted notes noting observe observed observes observing offer offered offers outline
outlined outlines participate participated participates plan planned planning plans present presented
presenting presents process processed processes processing provide provided provides providing recalled
recalls recommend recommended recommends recommending recounted recounts reflect reflected reflects
reinforce reinforced reinforces relate relates relayed relays remark remarked remarks repeat repeated
repeats reply replied replies report reported reports reporting request requested requests respond responded
responds return returned returns review reviewed reviews reviewing said say says saying share shared shares
sharing speak speaks spoke state stated states stating suggest suggested suggests suggesting summarize
summarized summarizes support supported supports supporting utilize utilized utilizes used uses using
validate validated validates validating verbalize verbalized verbalizes verbalizing voiced voices wonder
wondered wonders work worked working works write writes written wrote appointment appointments care case
client clients clinician clinicians consumer consumers counseling counselor counsellor counsellors ct cl
doctor goal goals individual individuals intervention interventions meeting member patient patients person
practice practitioner presentation program progress provider providers psychiatrist psychologist
psychotherapist resident response section session sessions speaker statement therapist therapists therapy
treatment undersigned visit visits worker writer additional appropriate clinical collaborative focused
general helpful ongoing open particular personal relevant specific therapeutic various approach area aspect
attendance concern concerns content context course effort experience experiences feedback focus format group
house information issue issues kind line matter method outcome point purpose question questions range reason
regard relation role skills step steps strategies strategy style summary task tasks technique techniques
term terms theme themes tool tools topic topics type use way ways workbook worksheet worksheets
""")
"""Words of the frame: articles, prepositions, verbs of saying, what people are to the session."""

MATTER = FRAME | word_set("""
ability acceptance accuracy accurate action activation active actively activities affect after again
agreeable agreement alert alliance alternatives any appear appeared appears appropriately arrived assertive
assessment assessments assigned assignment assignments attend attended attends attentive audio available
awareness barriers baseline before behavior behavioral behaviors behavioural being beliefs benefit benefited
benefits best billing biweekly body both boundaries breathing brief build building call calm cancellation
capacity casually changes client-centered cognition cognitive coherent collaboratively collateral committed
communication community compassion complaint condition confidential confidentiality congruent consent
consistent consult consultation contact cooperative coordination coping core could criteria culturally
current currently daily data date defusion dependent diagnosis diagnostic dialogue dictated direction
discharge discussion distress documentation documented documents dressed during each edited education
effective effectiveness either electronically eligibility emotion emotional emotions empathic empathy end
engagement environment evaluation every evidence exercise exercises existing expectations experiment
experiments exploration exposure eye face-to-face fair familiar family favorable fee feelings file final
findings fluent follow-up forms frequency functional functioning future future-oriented gains goal-directed
good groomed grooming grounding growth guarded health hearing history home homework honest hopes how hygiene
identity impact impacted impacts impressions improve improvement improves increase initial insight
instructions intact intake interaction interests interfere interferes intern internal interpersonal
interviewing journaling judgment largely last later learning length level levels licensed likely limits
linear listening location logical main mainly majority making manage management managing may meaning
meanwhile measures medical medically medium memory mental met methods mind mindful mindfulness minimal
modality moderate mood most mostly motivated motivation motivational much multidisciplinary must narrative
nature nearly neatly necessary necessity needed needs new next normal nutrition objective objectives
obtained office often only oriented outpatient participant participants participation partly parts path
patterns peer peers perhaps periods person-centered phone place platform pleasant policies policy positive
possible posture practiced prepared previous previously primarily prior priorities privacy private problem
problems procedures prognosis promptly psychoeducation psychosocial psychotherapy punctual purposes quality
questionnaire quite rapport rate rather rationale readiness really recent receptive recommendation
recommendations record records recovery reduce reduced reducing referral referrals reflection reflective
regular regulation relationship relationships relaxation release remain remained remains reminder remote
reportedly required resources responsive restructuring rights routine same schedule scheduled scheduling
schema school secure seen self self-care sensitive sent service services setting several should signed since
situation skill skill- sleep slow social software somewhat speech spent stable start status steady still
stop strength strengthen strengthening strengths strengths-based stress strong student subjective subsequent
supervised supervision supervisor supportive symptom symptoms system target team technology telehealth
thinking thought thoughts time today tolerance tolerated tolerates tone trauma-informed triggers trusting
unchanged unconditional understanding understood unit unremarkable until urgent usual usually validation
values verbal verified very video virtual volume warm warmth weekly welfare well-groomed wellbeing wellness
while willing wise workplace would yet
""")
"""Words that may also stand in headings and in sentences added to every note."""

KEPT_APART = word_set("""
he she they him her them his hers their theirs himself herself themself themselves i me my mine we us our you
your
""")
"""Pronouns: whose they are changes from client to client, so no rule touches them."""

CLIENT_WORDS = word_set(
    "client clients consumer individual individuals patient patients resident ct cl clt pt pts"
)
"""Words for whom the session is held with."""

CLINICIAN_WORDS = word_set("""
clinician counselor counsellor doctor practitioner provider psychiatrist psychologist psychotherapist
therapist undersigned writer
""")
"""Words for who holds it."""

SAYING = word_set("""
acknowledged acknowledges agreed agrees answered answers asserted asserts clarified clarifies commented
comments confirmed confirms conveyed conveys described describes disclosed discloses elaborated elaborates
emphasized emphasizes endorsed endorses explained explains expressed expresses identified identifies
indicated indicates mentioned mentions noted notes recalled recalls recounted recounts relayed relays
remarked remarks replied replies reported reports said says shared shares stated states verbalized
verbalizes voiced voices reporting stating describing endorsing expressing saying sharing
""")
"""Verbs that say that somebody told something, and that it is not a fact by itself."""
