"""Words for the people whom somebody speaks of, by which pronoun stands for them."""

from __future__ import annotations

from live_notes.drafting.language.words import word_set

MEN = word_set(
    "husband boyfriend brother father dad stepfather stepdad son grandfather grandpa grandad granddad uncle"
    " nephew fiance ex-husband man guy boy gentleman"
)
WOMEN = word_set(
    "wife girlfriend sister mother mom mum mam stepmother stepmom daughter grandmother grandma nan nana gran"
    " granny aunt auntie niece fiancee ex-wife woman lady girl"
)
EITHER = word_set(
    "partner spouse friend boss supervisor doctor therapist roommate cousin child baby kid neighbor neighbour"
    " coworker co-worker colleague teacher counselor counsellor nurse manager ex officer judge lawyer"
    " landlord"
    " person someone somebody"
)
SEVERAL = word_set(
    "parents friends kids children brothers sisters sons daughters coworkers co-workers colleagues"
    " doctors people"
    " family neighbors neighbours cousins teachers roommates relatives grandparents grandkids grandchildren"
    " students classmates teammates buddies guys girls ones everybody everyone"
)
KIN = MEN | WOMEN | EITHER | SEVERAL
