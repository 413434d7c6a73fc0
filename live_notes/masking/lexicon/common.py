"""Small hand-made lists: words that are never names, words that are names first, kin and titles."""

from __future__ import annotations

from live_notes.masking.lexicon.word_set import word_set

STOPWORDS: frozenset[str] = word_set(
    """
    a about above after again against ago all almost already also although always am among an and another
    any anybody anyone anything anyway are aren't around as asked at away back bad be became because been
    before being better between big both but by call called came can can't cannot come could couldn't day
    days did didn't do does doesn't doing don't done down during each either else enough even ever every
    everybody everyone everything feel feeling feels felt few find fine first for from get gets getting give
    go goes going gone good got great had hadn't happened has hasn't have haven't having he he'd he'll he's
    hello help her here hers herself hey hi him himself his hope how however hundred i i'd i'll i'm i've if
    in instead into is isn't it it'll it's its itself just keep kind knew know known last late later least
    less let let's like likely little live long look lot made make man many may maybe me mean means might
    mine miss more most much must my myself named near need never new next nice no nobody none nor not
    nothing now of off often oh ok okay old on once one only onto or other our ours out over own part people
    perhaps please quite rather really right said same saw say saying says see seem seemed seen seems she
    she'd she'll she's should shouldn't since sleep so some somebody someone something sometimes soon sorry
    still such sure take taken takes taking talk tell than thank thanks that that's the their theirs them
    themselves then there there's these they they'd they'll they're they've thing things think this those
    though thought through time times to today together told tomorrow tonight too took toward towards tried
    try two under until up upon us use used using usually very want wanted wants was wasn't way we we'd
    we'll we're we've week well went were weren't what what's when where whether which while who who's whole
    whom whose why will with within without won't would wouldn't yeah year years yes yesterday yet you you'd
    you'll you're you've young your yours yourself god lord jesus christ mum mom dad mama papa mummy daddy
    mommy grandma grandpa nan nana drew left begin began mad sad happy afraid scared angry tired alone
    lonely anxious worried stressed diagnosed depressed born raised married divorced single pregnant
    """
)
"""Function words and everyday words: never taken for a name or a place, whatever the context."""

SPOKEN: frozenset[str] = word_set(
    """
    um uh uhm umm er erm ah aha hm hmm mm mmm mhm mmhmm huh eh oops wow ooh aw yep yup nope nah gonna wanna
    gotta kinda sorta lemme gimme dunno cause cuz coz im ive id ill youre youve youll dont doesnt didnt isnt
    wasnt arent werent cant couldnt wont wouldnt shouldnt havent hasnt hadnt thats theres whats hes shes
    theyre theyve weve lets ain't aint y'all yall o'clock oclock tho thru alright alrighty okey dokey cos ya
    til ol bout em 'em covid coronavirus zoom skype facetime whatsapp google instagram facebook twitter
    tiktok youtube netflix internet wifi email emails online app apps smartphone voicemail texting selfie
    podcast podcasts blog telehealth teletherapy checkup copay paracetamol diarrhoea oesophagus haemorrhage
    anaemia tumour colour behaviour behaviours favour favourite realise realised recognise organised
    organise apologise apologised emphasise minimise prioritise normalise judgement programme centre theatre
    litre metre fibre grey tyre cheque mould neighbour neighbours neighbourhood labour counselling
    counsellor counsellors travelling cancelled paediatric gynaecologist anaesthetic haematology orthopaedic
    faeces foetus oestrogen practise practising whilst christmas easter thanksgiving halloween hanukkah
    ramadan christian christians catholic jewish muslim buddhist hindu english spanish french german
    american british european african asian mexican chinese indian january february april june july
    september october november december monday tuesday wednesday thursday friday saturday sunday mondays
    tuesdays wednesdays thursdays fridays saturdays sundays ohh ohhh hmmm hmmmm mmh uum uhh mhmm yhmm righty
    ish pre gotcha gottcha hiya woah ciao oof argh pfft shhh ooo aww cetera etcetera takeaway localised
    behaviors behavioral behavior anyways underactive overactive pilates flatmate flatmates housemate
    housemates roommates downside reprioritize summarise resummarize hayfever uni daycare wobblies poo shite
    missus alky auntie aunty coloured discolouration cognisant litres hoovering rattly buzzy achey headachy
    jawline destress chocoholic dvds dvd judgy bandmates def timeframe callback callbacks hotlines hotline
    affordability onboard collab peachy autofill newfound mic gummies pickleball nightstand vikings gon wha
    gmail yahoo hotmail atm ceo ceos cv tv tvs gps usb ai vr fbi cia irs dmv ymca aclu gpa sat act lsat mcat
    bots bot crosstalk workaround livestream screenshot screenshots emoji emojis hashtag meme memes vape
    vaping vaped situationship ghosted ghosting doomscrolling burnout bingeing binging binged triggers
    downtime upside walkthrough latte cappuccino smoothie smoothies kombucha quinoa avocado hummus burrito
    sushi ramen takeout takeaways scottish canadian australian irish welsh italian russian japanese korean
    polish greek turkish brazilian indian pakistani nigerian filipino vietnamese latino latina hispanic
    caribbean jamaican dutch swedish norwegian danish breathwork journaling overthink overthinking
    ruminating rumination catastrophizing catastrophising gaslighting gaslight mindfulness workaholic
    codependent codependency neurodivergent neurotypical dissociate dissociated dissociating triggered
    triggering mgs mcgs kgs situps pushups pullups nebulizer nebuliser lyft doxy bestie besties unwitnessed
    syncopal hottie therapists psychoeducation triggery lightheaded lightheadedness
    """
)
"""What people say that a dictionary of American writing lacks: fillers, British spelling, brands."""

NAMES_FIRST: frozenset[str] = word_set(
    """
    john jack jackie mike bob bobby harry josh sally maria tony tom tommy rob robby matt peter nick roger
    ken jimmy jim terry martin carol colleen heather holly hazel billy phoebe eddy hank rick ricky ron glen
    troy savannah jasmine daisy brad derrick lee randy hector homer garret patty dolly jay ray barney deb ed
    gene garland lea maria meg mickey noel pat patsy rosemary sibyl sonny waldo warren wen wade dale curt
    abbey bonnie birdie eve fern ivy jade june marina melody nova opal pearl penny robin rod ruby scarlet
    sherry sierra stella sue victor viola violet jim joe sam ben dan tim bill bart louis louise oscar
    chelsea doris polly jerry kerry molly nelly sherlock emmy
    """
)
"""English words that in speech are a person's name nearly always."""

TITLES: frozenset[str] = word_set(
    """
    mr mrs ms miss mister missus mx dr doctor prof professor nurse pastor reverend rabbi imam officer
    detective sergeant captain coach judge principal senator mayor sir madam madame dame uncle auntie aunt
    aunty
    """
)
"""Titles that a name follows."""

KIN: frozenset[str] = word_set(
    """
    mother father mom mum dad mommy daddy mama papa parent sister sisters brother brothers sibling siblings
    son sons daughter daughters child children kid kids baby twin twins husband wife spouse partner
    boyfriend girlfriend fiance fiancee ex grandmother grandfather grandma grandpa granny nan nana grandson
    granddaughter grandchild aunt auntie uncle cousin cousins niece nieces nephew nephews stepmother
    stepfather stepmom stepdad stepson stepdaughter stepbrother stepsister friend friends roommate flatmate
    housemate neighbor neighbour boss manager supervisor coworker colleague teacher therapist psychiatrist
    psychologist counselor counsellor doctor gp lawyer landlord pastor coach sponsor buddy mate dog cat
    godmother godfather inlaw law
    """
)
"""Those whose name may follow: "my sister sarah"."""

WIDE: frozenset[str] = word_set(
    """
    america americas usa us uk britain england scotland wales holland europe asia africa australia
    antarctica russia korea vietnam iran syria bolivia venezuela taiwan oceania scandinavia midwest
    northeast southwest northwest southeast appalachia caribbean balkans
    """
) | {
    "czech republic", "great britain", "united kingdom", "united states", "united states of america",
    "new england",
    "middle east", "north america", "south america", "latin america", "central america", "puerto rico",
    "east coast", "west coast", "pacific northwest", "northern ireland", "south korea", "north korea",
    "the netherlands", "the philippines",
}  # fmt: skip
"""Places as large as a state or larger, beyond the list of countries and states: they stay."""

WEEKDAYS: frozenset[str] = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday
    """
)
