"""Nouns for a person whom "he" or "she" may stand for, and what else is written with a capital."""

from __future__ import annotations

from live_notes.drafting.embedded.persons.people_words import EITHER, MEN, WOMEN
from live_notes.drafting.language.words import word_set

HE_WORDS, SHE_WORDS = word_set("he him his himself"), word_set("she her hers herself")
_MEN = MEN | word_set(
    "daddy papa appa da hubby father-in-law brother-in-law son-in-law step-father step-dad grandda granda"
    " bloke lad fella fellow chap priest king men imam grandson godfather half-brother"
)
_WOMEN = WOMEN | word_set(
    "mummy mommy mammy mama amma ma nanna missus mother-in-law sister-in-law daughter-in-law step-mother"
    " step-mum step-mom mausi tantie aunty women midwife lass gal ladies waitress nun"
    " stepdaughter granddaughter godmother half-sister"
)
_EITHER = EITHER | word_set(
    "gp doc psychiatrist psychologist consultant dentist pharmacist surgeon anaesthetist"
    " anesthesiologist resident physio paramedic pastor minister vicar rabbi exec executive producer"
    " director owner headteacher principal professor lecturer tutor coach trainer mentor"
    " student tenant lodger housemate flatmate roomie mate pal buddy bestie"
    " stepchild toddler newborn infant teenager teen anyone anybody everyone"
    " interpreter receptionist secretary assistant solicitor barrister accountant banker agent"
    " customer stranger guest cop policeman policewoman sergeant guard"
    " dog cat puppy kitten spouse twin sibling grandchild godchild mp councillor"
    " individual human adult youngster addict victim abuser dealer carer caregiver nanny"
    " babysitter sitter cleaner builder plumber lover partner"
    " creditor debtor lender contributor commissioner inspector investigator detective"
)
SEX = {
    **dict.fromkeys(_EITHER, "e"),
    **dict.fromkeys(_MEN, "m"),
    **dict.fromkeys(_WOMEN, "f"),
}
"""Each noun, and whether it is of a man, a woman or either; animals and voices are called so as well."""
SAME_AS = {
    **dict.fromkeys(word_set("mum mom mam mummy mommy mammy mama amma ma"), "mother"),
    **dict.fromkeys(word_set("dad daddy papa appa da"), "father"),
    **dict.fromkeys(word_set("gran granny nan nana nanna grandma"), "grandmother"),
    **dict.fromkeys(word_set("grandpa grandad granddad granda grandda"), "grandfather"),
    **dict.fromkeys(word_set("aunty auntie tantie"), "aunt"),
    **dict.fromkeys(word_set("hubby"), "husband"),
    **dict.fromkeys(word_set("missus"), "wife"),
    **dict.fromkeys(word_set("doc gp"), "doctor"),
    **dict.fromkeys(word_set("flatmate housemate roomie"), "roommate"),
}
"""Nouns for one and the same person of somebody's."""
ROLES = word_set(
    "boss manager supervisor nurse doctor gp psychiatrist psychologist consultant dentist midwife pastor"
    " priest landlord landlady teacher tutor coach lawyer solicitor exec surgeon pharmacist officer judge"
    " principal headteacher physio counselor counsellor"
)
"""Who is known as "the", where only one is spoken of."""
KIN_OF_ONE = frozenset(SEX) - _EITHER - word_set(
    "man guy boy gentleman bloke lad fella fellow chap priest king men imam woman lady girl women midwife"
    " lass gal ladies waitress nun"
) | word_set(
    "partner spouse boss manager supervisor roommate flatmate housemate therapist counselor counsellor"
    " psychiatrist landlord baby lawyer solicitor gp doctor"
)
"""Of whom somebody speaks as "my", and mostly has one, or says which."""
CLOSE = (KIN_OF_ONE - ROLES - word_set("therapist")) | word_set(
    "friend baby child kid cousin colleague coworker neighbour neighbor pal buddy bestie"
)
"""Of whom one may go on to speak without naming them again."""
WHICH = word_set(
    "older elder eldest oldest younger youngest little big other first second third half step adopted middle"
    " twin former ex late old new best good close dear foster birth biological real own teenage grown"
)
TELLS_APART = WHICH - word_set("dear own late best good close old")
"""Says which of several somebody is."""
NOBODY = word_set("someone somebody anyone anybody everyone person individual human adult")
NO_PERSON = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays"
    " saturdays sundays january february march april may june july august september october november december"
    " christmas easter thanksgiving diwali eid ramadan hanukkah halloween god lord jesus christ heaven"
    " english irish indian nigerian american british french spanish german australian i'm i've i'll i'd i"
    " ok okay tv aa ptsd ocd adhd cbt dbt emdr emg ecg mri er icu nhs whatsapp google tiktok instagram"
    " facebook youtube netflix zoom reddit lego uber"
)
PLACED = word_set("in at near past into around across inside outside towards")
"""Before a name these make it a place."""
