"""Sessions of invented people in which every kind of identifier is said, and much that identifies nobody.

Values come from Faker, in several languages' names, so that they are not those of the lists that the
masker looks names up in. Everything is drawn from a seed: a figure is of a seed nothing was set on.
Kinds are those of 45 CFR 164.514(b)(2)(i).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from faker import Faker

from bench.masking.labelled import Labelled

LOCALES = (
    *("en_US", "en_US", "en_US", "en_GB", "es_MX", "de_DE"),
    *("pl_PL", "fr_FR", "it_IT", "pt_BR", "nl_NL", "en_IN"),
)
LINES = 40
"""Lines of a session."""

IDENTIFYING: dict[str, tuple[str, ...]] = {
    "PERSON": (
        "My husband {GIVEN} says that I worry too much.",
        "I talked to my sister {GIVEN} about it on the phone.",
        "{GIVEN} was furious when I came home late.",
        "Doctor {SURNAME} put me on it two years ago.",
        "My boss is called {OTHER} and he shouts a lot.",
        "I used to see a therapist, {OTHER}, before I came here.",
        "Mrs. {SURNAME} from next door takes the dog out.",
        "We named the baby {GIVEN} after my grandmother.",
        "My son {GIVEN} is in second grade and {GIVEN} does not want to go to school.",
        "Is it all right if {OTHER} joins us next time?",
        "It is spelled {SPELT}, like my father's.",
    ),
    "ORGANIZATION": (
        "I have worked at {COMPANY} for eleven years.",
        "They let me go from {COMPANY} in the spring.",
        "My daughter goes to {SCHOOL} and she is being bullied.",
    ),
    "LOCATION": (
        "I grew up in {CITY} and I never wanted to go back.",
        "We moved from {CITY} when I was little.",
        "He drives to {CITY} every single day.",
        "The hospital in {CITY} kept me for two nights.",
    ),
    "STREET_ADDRESS": (
        "I still live at {STREET} with my parents.",
        "You can send it to {STREET}.",
        "It happened right in front of {STREET}.",
    ),
    "ZIP_CODE": ("My zip code is {ZIP} now.", "It is {STREET} and the zip is {ZIP}."),
    "DATE": (
        "I was born on {DATE}.",
        "My father died on {DATE} and I still can't say it.",
        "My grandmother was born in {OLD_YEAR}.",
        "The accident was on {DAY}.",
        "Our anniversary is {DAY} and I dread it.",
        "The hearing has been moved to {DAY}.",
    ),
    "AGE": ("My grandfather is {AGE} and he lives alone.", "She turned {AGE} and she still drives."),
    "PHONE_NUMBER": (
        "You can reach me at {PHONE}.",
        "My number is {PHONE}, call after six.",
        "His cell is {PHONE} in case I do not answer.",
        "{PHONE} is my number at work.",
    ),
    "FAX_NUMBER": ("Please fax it to {PHONE}.", "Their fax number is {PHONE}."),
    "EMAIL_ADDRESS": ("My email is {EMAIL}.", "Write to me at {EMAIL} if something comes up."),
    "SSN": ("My social security number is {SSN}.", "They asked for my social, which is {SSN}."),
    "MEDICAL_RECORD_NUMBER": ("My medical record number is {RECORD}.", "The chart says MRN {RECORD}."),
    "HEALTH_PLAN_NUMBER": ("My insurance member ID is {PLAN}.", "The policy number on the card is {PLAN}."),
    "ACCOUNT_NUMBER": ("They took it from my account number {ACCOUNT}.", "The card number was {CARD}."),
    "LICENSE_NUMBER": (
        "My driver's license number is {LICENSE}.",
        "His license is {LICENSE}, if you need it.",
    ),
    "VEHICLE_ID": ("The license plate is {PLATE}.", "The car's VIN is {VIN}."),
    "DEVICE_ID": ("The serial number of the pump is {SERIAL}.", "My pacemaker's serial is {SERIAL}."),
    "URL": ("I write about it on my blog, {URL}.", "You can find the pictures at {URL}."),
    "IP_ADDRESS": ("They said the threats came from {IP}.", "The router is at {IP}."),
    "OTHER_ID": ("My case number is {CASE}.", "The claim number they gave me was {CASE}."),
}
"""What is said with each kind in it."""

ASKED: dict[str, tuple[tuple[str, str], ...]] = {
    "PHONE_NUMBER": (
        ("What is the best number to reach you?", "{PHONE}."),
        ("Could I have your phone number?", "Sure, it's {PHONE}."),
    ),
    "DATE": (("And your date of birth?", "{DATE}."), ("When did she die?", "It was {DATE}.")),
    "EMAIL_ADDRESS": (("Where should I send it?", "{EMAIL}."),),
    "STREET_ADDRESS": (("What is your address?", "{STREET}."),),
    "HEALTH_PLAN_NUMBER": (("Do you have the member ID?", "Yes, {PLAN}."),),
    "SSN": (("And the social security number?", "{SSN}."),),
    "PERSON": (("What is your partner's name?", "{OTHER}."), ("Who prescribed that?", "Doctor {SURNAME}.")),
    "ORGANIZATION": (("Where do you work?", "At {COMPANY}."),),
    "LOCATION": (("Where did you grow up?", "In {CITY}."),),
}
"""A question and its answer, which says by itself not always what it is."""

SPLIT: dict[str, tuple[str, str]] = {
    "PHONE_NUMBER": ("My number is {PHONE}", "{PHONE}."),
    "SSN": ("My social security number is {SSN}", "{SSN}."),
    "MEDICAL_RECORD_NUMBER": ("The medical record number is {RECORD}", "{RECORD}, I think."),
    "ACCOUNT_NUMBER": ("The account number is {ACCOUNT}", "{ACCOUNT}."),
}
"""A number with a pause in it: its halves are two lines."""

ROSTER = (
    "Hi {CLIENT_GIVEN}, how have you been since last week?",
    "{CLIENT_GIVEN}, what went through your mind just then?",
    "So my name is {CLIENT}, but you know that.",
    "Thank you, Doctor {CLINICIAN_SURNAME}, that helps.",
    "They called out Ms. {CLIENT_SURNAME} and I froze.",
    "My mother always says {CLIENT_GIVEN}, pull yourself together.",
    "I told them that {CLINICIAN} is my therapist.",
    "Good to see you, {CLIENT_GIVEN}.",
)
"""What is said with a name that the session knows."""

CLINICAL = (
    "I have been sleeping about four hours a night for two weeks.",
    "She increased the sertraline from 50 to 100 milligrams on top of the lamotrigine.",
    "Your PHQ-9 was 14 today and your GAD-7 was 11.",
    "I breathe in for 4, hold for 7 and breathe out for 8.",
    "On a scale from zero to ten the anxiety is a seven in the morning.",
    "I had three panic attacks last week, one of them at work.",
    "We practised grounding and the body scan from last session.",
    "Dialectical behavior therapy helped more than cognitive behavioral therapy did.",
    "I drank two beers on the weekend and nothing since.",
    "I am 34 and I feel like I am 70.",
    "My depression got worse in the winter, as every year.",
    "I take melatonin at nine and I am awake again at three.",
    "He thinks it might be Asperger's, or attention deficit disorder.",
    "I want to be able to go to the store by myself by the end of the month.",
    "My mother was an alcoholic and my father was never home.",
    "Sometimes I think everyone would be better off without me, but I would never do anything.",
    "The Beck inventory came out at 22, which is moderate.",
    "We can meet again in two weeks at the same time.",
    "I feel hopeless, and then I feel guilty for feeling hopeless.",
    "Work has been better since I talked about the deadlines.",
    "I cried for an hour and then I made dinner.",
    "The exposure homework was hard, but I did it five times.",
    "My blood pressure was 120 over 80.",
    "I was in the army for six years and I do not talk about it.",
    "I started on Lexapro in 2019 and stopped in 2021.",
)
"""What is said that identifies nobody."""

_SCHOOLS = ("High School", "Elementary", "College")
_CASES = ("CR", "CV", "WC", "CL")


@dataclass
class Invented:
    """The values of one session; a name stays that of one person."""

    random: Random
    fakers: list[Faker]
    client: str = ""
    clinician: str = ""
    _known: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.client, self.clinician = self.person(), self.person()

    def of(self, name: str) -> str:
        """A value for a part in braces."""
        makers: dict[str, Callable[[], str]] = {
            "CLIENT": lambda: self.client,
            "CLIENT_GIVEN": lambda: self.client.split()[0],
            "CLIENT_SURNAME": lambda: self.client.split()[-1],
            "CLINICIAN": lambda: self.clinician,
            "CLINICIAN_SURNAME": lambda: self.clinician.split()[-1],
            "GIVEN": lambda: self.person().split()[0],
            "SURNAME": lambda: self.person().split()[-1],
            "OTHER": self.person,
            "COMPANY": lambda: self.american.company().replace(", ", " and ").replace("-", " and "),
            "SCHOOL": lambda: (
                f"{self.american.last_name()} {self.random.choice(('High School', 'Elementary', 'College'))}"
            ),
            "CITY": lambda: _plain(self.random.choice(self.fakers[:4]).city()),
            "STREET": lambda: self.american.street_address().split(" Apt")[0].split(" Suite")[0],
            "ZIP": self.american.zipcode,
            "DATE": lambda: self.american.date_object().strftime("%B %-d, %Y"),
            "DAY": lambda: self.american.date_object().strftime("%B %-d"),
            "AGE": lambda: str(self.random.randint(90, 102)),
            "OLD_YEAR": lambda: str(self.random.randint(1905, 1933)),
            "SPELT": lambda: " ".join(self.person().split()[-1].upper()),
            "PHONE": lambda: self.american.numerify("%##-%##-####"),
            "EMAIL": self.american.email,
            "SSN": self.american.ssn,
            "RECORD": lambda: self.american.numerify("%#######"),
            "PLAN": lambda: self.american.bothify("???%########").upper(),
            "ACCOUNT": lambda: self.american.numerify("%#########"),
            "CARD": lambda: self.american.credit_card_number("visa16"),
            "LICENSE": lambda: self.american.bothify("?%#######").upper(),
            "PLATE": self.american.license_plate,
            "VIN": self.american.vin,
            "SERIAL": lambda: self.american.bothify("??%#####").upper(),
            "URL": lambda: f"www.{self.american.domain_name()}",
            "IP": self.american.ipv4,
            "CASE": lambda: f"{self.random.choice(_CASES)}{self.american.numerify('%######')}",
        }
        return makers[name]()

    @property
    def american(self) -> Faker:
        """For what has an American form."""
        return self.fakers[0]

    def person(self) -> str:
        """A given name and a surname, in plain letters."""
        faker = self.random.choice(self.fakers)
        return f"{_plain(faker.first_name())} {_plain(faker.last_name())}"


def sessions(count: int, seed: int) -> Iterator[Labelled]:
    """The lines of so many sessions, each with its number and the two names it knows."""
    random = Random(seed)
    fakers = [Faker(locale) for locale in LOCALES]
    for number, faker in enumerate(fakers):
        faker.seed_instance(seed * 100 + number)
    for number in range(count):
        yield from _session(f"{seed}-{number}", Invented(random, fakers))


def _session(name: str, invented: Invented) -> Iterator[Labelled]:
    roster = (invented.client, invented.clinician)
    for _ in range(LINES):
        drawn = invented.random.random()
        if drawn < 0.04:
            yield from _asked(invented, name, roster)
        elif drawn < 0.07:
            yield from _split(invented, name, roster)
        elif drawn < 0.5:
            yield Labelled(invented.random.choice(CLINICAL), (), name, roster)
        elif drawn < 0.65:
            yield _filled(invented.random.choice(ROSTER), "ROSTER", invented, name, roster)
        else:
            kind = invented.random.choice(tuple(IDENTIFYING))
            yield _filled(invented.random.choice(IDENTIFYING[kind]), kind, invented, name, roster)


def _asked(invented: Invented, name: str, roster: tuple[str, ...]) -> Iterator[Labelled]:
    kind = invented.random.choice(tuple(ASKED))
    question, answer = invented.random.choice(ASKED[kind])
    yield Labelled(question, (), name, roster)
    yield _filled(answer, kind, invented, name, roster)


def _split(invented: Invented, name: str, roster: tuple[str, ...]) -> Iterator[Labelled]:
    kind = invented.random.choice(tuple(SPLIT))
    forms = SPLIT[kind]
    key = re.findall(r"\{([A-Z_]+)\}", forms[0])[0]
    value = re.sub(r"\D", "", invented.of(key))
    middle = invented.random.randint(3, len(value) - 3)
    for form, part in zip(forms, (value[:middle], value[middle:]), strict=True):
        start = form.index("{")
        text = form.replace(f"{{{key}}}", part)
        yield Labelled(text, ((kind, start, start + len(part)),), name, roster)


_ADDRESS_PARTS = {"STREET": "STREET_ADDRESS", "ZIP": "ZIP_CODE"}


def _filled(form: str, kind: str, invented: Invented, name: str, roster: tuple[str, ...]) -> Labelled:
    text, spans, values = "", list[tuple[str, int, int]](), dict[str, str]()
    for part in re.split(r"(\{[A-Z_]+\})", form):
        if not part.startswith("{"):
            text += part
            continue
        key = part.strip("{}")
        value = values.setdefault(key, invented.of(key))
        spans.append((_ADDRESS_PARTS.get(key, kind), len(text), len(text) + len(value)))
        text += value
    return Labelled(text, tuple(spans), name, roster)


def _plain(name: str) -> str:
    """Without accents, as an English recogniser writes it."""
    bare = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L").replace("ß", "ss"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
