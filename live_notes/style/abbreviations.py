"""What clinicians shorten, and what each short form stands for: the only capital letters a rule may hold."""

from __future__ import annotations

ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "pt": ("patient", "client"),
    "pts": ("patients", "clients"),
    "ct": ("client",),
    "cl": ("client",),
    "clt": ("client",),
    "tx": ("treatment", "therapy"),
    "dx": ("diagnosis",),
    "hx": ("history",),
    "sx": ("symptoms",),
    "rx": ("prescription",),
    "f/u": ("follow up", "follow-up"),
    "appt": ("appointment",),
    "w/": ("with",),
    "re": ("regarding",),
    "SI": ("suicidal ideation",),
    "HI": ("homicidal ideation",),
    "SI/HI": ("suicidal and homicidal ideation", "suicidal or homicidal ideation"),
    "NSSI": ("non-suicidal self-injury",),
    "CBT": ("cognitive behavioral therapy", "cognitive behavioural therapy"),
    "DBT": ("dialectical behavior therapy", "dialectical behaviour therapy"),
    "ACT": ("acceptance and commitment therapy",),
    "MI": ("motivational interviewing",),
    "EMDR": ("eye movement desensitization and reprocessing",),
    "IFS": ("internal family systems",),
    "ERP": ("exposure and response prevention",),
    "ADLs": ("activities of daily living",),
    "BP": ("blood pressure",),
    "HR": ("heart rate",),
    "MSE": ("mental status examination", "mental status exam"),
    "ROS": ("review of systems",),
    "PCP": ("primary care provider", "primary care physician"),
    "ED": ("emergency department",),
    "ER": ("emergency room",),
    "TIC": ("trauma-informed care",),
    "PTSD": ("post-traumatic stress disorder", "posttraumatic stress disorder"),
    "GAD": ("generalized anxiety disorder",),
    "MDD": ("major depressive disorder",),
    "OCD": ("obsessive-compulsive disorder", "obsessive compulsive disorder"),
    "ADHD": ("attention deficit hyperactivity disorder",),
    "SUD": ("substance use disorder",),
    "AUD": ("alcohol use disorder",),
    "WNL": ("within normal limits",),
    "LOC": ("level of care",),
    "POC": ("plan of care",),
    "ROI": ("release of information",),
    "HW": ("homework",),
}
"""Short forms as they are written, each with what it stands for, in small letters."""

SHORT = {short.lower(): short for short in ABBREVIATIONS}
"""Short forms by their small letters."""


def stands_for(short: str, long: str) -> bool:
    """Whether a short form is known to stand for these words."""
    written = SHORT.get(short.lower())
    return written is not None and " ".join(long.lower().split()) in ABBREVIATIONS[written]
