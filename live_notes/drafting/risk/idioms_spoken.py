"""More figures of speech that name no risk: sore feet that kill, hurt feelings, drinks without alcohol.

They stand apart from the idioms of a lifetime's use: each is a class of words around a verb of risk.
"""

from __future__ import annotations

import re

SOFT_DRINKS = (
    r"(?:water|(?:herbal |green |mint |iced |black |ginger |rooibos |bush |cerasee )?teas?|chai|decaf"
    r"|(?<!irish )coffees?"
    r"|espressos?|lattes?|cappuccinos?|milk|milkshakes?|buttermilk|juices?|smoothies?|shakes?|squash|cordial"
    r"|ribena|vimto|lucozade|gatorade|powerade|(?:diet |pepsi |a |the |my )?coke(?: zero)?(?! (?:and|with)\b)"
    r"|pepsi|fanta|sprite|7[- ]?up"
    r"|irn[- ]?bru|lemonade|fizzy(?: drinks?| pop)?|soda|pop|soft drinks?|energy drinks?|red bull|monster"
    r"|mountain dew"
    r"|fluids|cocoa|hot chocolate|horlicks|ovaltine|milo|bournvita|bovril|complan|ensure|fortisip|fresubin"
    r"|huel|slim-?fast|meal (?:drinks?|replacements?|shakes?)|protein (?:drinks?|shakes?|powder)|dioralyte"
    r"|electrolytes?|rehydration \w+|soups?|broth|gravy|porridge|lassi|zobo|kunu|mauby|coconut water"
    r"|ginger beer|root beer|kombucha|kefir|yakult)(?!\s(?:stouts?|liqueurs?|wine|beer|punch|rum|vodka"
    r"|gin|bombs?|and codeine)\b)"
)
"""What is drunk and holds no alcohol; `coke` only where a drink is meant by it."""
ALCOHOL = (
    r"(?:alcohol\w*|(?<!ginger )(?<!root )beers?|wines?|vodka|whiske?y|gin|rum|brandy|cognac|tequila|bourbon"
    r"|scotch|spirits?"
    r"|liqueurs?|liquor|lager|ale|stout|guinness|cider|pints?|prosecco|champagne|bubbly|cans?|shots?|pub|bar"
    r"|booze|boozing|grog|drunk|sober|sobriety|hangover|hungover|binge|units|AA|ogogoro|burukutu|toddy"
    r"|feni|poitin|poteen|baileys|sherry|port|martinis?|cocktails?|alcopops?|white claw|seltzers?|buckfast"
    r"|detox\w*|withdrawals?|relaps\w+)"
)
_OF = (
    r"(?:(?:a|an|the|my|your|his|her|their|its|some|any|more|enough|plenty|lots|lot|loads|too|much|many|only"
    r"|just|of|about|around|maybe|nothing|anything|but|little|bit|sips?|cups?|mugs?|glass(?:es)?|lit(?:re"
    r"|er)s?"
    r"|bottles?|flasks?|gallons?|half|two|three|four|five|six|seven|eight|ten|\d+|one|all|rest|plain|cold"
    r"|hot|warm|fresh|sweet|strong|orange|apple|cranberry|mango|pineapple|lemon|lime|tomato|prune|chicken"
    r"|lentil|oat|soya|almond|skimmed|sparkling|tap|sugary|bloody|mam's|mum's|mom's|dad's|nan's|those"
    r"|these|this|that|them|straight)\s)"
)
"""What may stand between a verb of drinking and what is drunk."""
_DRINKING = r"(?:drinks?|drank|drunk|drinking|sips?|sipping)"
_SORE = (
    r"(?:foot|feet|toes?|heels?|ankles?|knees?|legs?|hips?|back|neck|shoulders?|wrists?|fingers?"
    r"|thumb|head|teeth|tooth|gums?|jaw|throat|ears?|eyes?|belly|stomach|tummy|guts?|chest|ribs?|spine"
    r"|sciatica|arthritis|corns?|bunions?|piles|migraines?|headaches?|toothache|backache|period|cramps?"
    r"|shoes?|boots?|heels|sandals|trainers|sneakers|crocs|bra|corset|seat|chair|mattress|bed|pillow|sofa"
    r"|stairs|steps|hill|heat|humidity|sun|cold|weather|winter|traffic|commute|journey|drive|bus|train|rota"
    r"|shifts?|nights|overtime|hours|workload|job|work|housework|homework|coursework|deadlines?|exams?"
    r"|revision|mortgage|rent|bills|prices|fees|waiting|suspense|silence|boredom|noise|diet|gym|training"
    r"|physio|hay ?fever|cough|itch|itching|smell|pain|hunger|thirst|curiosity|stairs)"
)
_BETWEEN = (
    r"(?:(?:'s|'re|'ll|'d)?(?:\s(?:must|might|may|could|would|will|is|are|was|were|be|been|a|does|do|just"
    r"|really|fair|fairly|absolutely|pure|proper|still|always|nearly|almost|half|them there|there|today"
    r"|all|so|bad|dem|deh|de|di|na|dey|(?:has|have|had) been|(?<=is )(?:going to|gonna)|(?<=are )(?:going to"
    r"|gonna)))*)"
)
_HURTING = (
    r"(?:a[- ])?(?:kill|kills|killing|killin'?|killed|murder|murders|murdering|murdered|slaughtering"
    r"|destroying)"
    r"\s(?:me|you|him|her|us|them|mi|she|my|our|his|their|everyone|everybody|people|poor)\b"
)
MORE_IDIOMS = re.compile(
    r"(?<!let the )(?<!hope the )(?<!wish the )(?<!want the )(?<!pray the )(?<!let my )(?<!hope my )"
    rf"\b{_SORE}{_BETWEEN}\s{_HURTING}|\b(?:hands?|arms?)\s(?:is|are|a|dey|were|was)\s(?:just\s|really\s)?"
    r"(?:kill|killing|murdering)\s(?:me|mi|her|him|them)\b"
    rf"|\b{_DRINKING}\s{_OF}{{0,6}}?{SOFT_DRINKS}\b(?!\s(?:and|with|or)\s(?:\w+\s){{0,2}}{ALCOHOL}\b)"
    rf"|\b{SOFT_DRINKS}(?:\s(?:a|per|each|every|in the|at|through the|roughly|about|day|night|morning|week))*"
    rf"\s(?:do|did|are|were|have|would|should|had)\s(?:you|i|he|she|they|we)(?:\s(?:usually|normally"
    rf"|still|even"
    rf"|actually|really|be|been|ever|manage to|able to|tend to|have to|to))*\s{_DRINKING}\b"
    r"|\b(?:ginger|root) beers?\b|\bwine gums?\b"
    r"|\b(?:hurt|hurts|hurting)\s(?:(?:\w+\s){0,2}?(?:people|everyone|everybody|someone|somebody|anyone"
    r"|anybody"
    r"|others|each other|mother|mum|mom|mam|dad|father|wife|husband|partner|sister|brother|son|daughter|kids"
    r"|friends?|parents|family|boss)(?:'s?|s')\s|(?:his|her|their|my|your)\s)feelings\b"
    r"|\b(?:hurt|hurts|hurting)\s(?:him|her|them|people|someone|somebody|anyone|anybody|everyone"
    r"|(?:my|his|her|their|your|the)\s\w+)\s(?:(?:with|by)\s(?:what (?:i|you|he|she|they|we)(?:'d| had)?"
    r"\s(?:said|say|wrote|told)|my words|your words|words|saying|telling"
    r"|lying|not (?:telling|coming|ringing|calling|saying|being)|leaving|forgetting|moving)|emotionally)\b",
    re.IGNORECASE,
)
MAY_BE_ONE_MORE = re.compile(
    r"kill|murder|slaughter|destroy|dr[aiu]nk|\bsip|\bbeers?\b|wine gum"
    r"|hurt(?:s|ing)?\s(?!(?:my|your|him|her|it)self\b|(?:them|our|your)sel)",
    re.IGNORECASE,
)
"""Without one of these none of them is there; looked for first, since few sentences have one."""
