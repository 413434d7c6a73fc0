"""The kinds of identifier that are masked: 45 CFR 164.514(b)(2)(i), letters A to R.

Every letter has at least one entity, and every entity has the label its
placeholders carry. What Safe Harbor leaves alone (a year, a state, an age up to
89) is no entity here, since a note without them is of less use.
"""

from __future__ import annotations

from enum import StrEnum


class Entity(StrEnum):
    """What a masked span identifies; the value is the `entity` of `attune mask`."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"
    LOCATION = "LOCATION"
    STREET_ADDRESS = "STREET_ADDRESS"
    ZIP_CODE = "ZIP_CODE"
    DATE = "DATE"
    AGE = "AGE"
    PHONE_NUMBER = "PHONE_NUMBER"
    FAX_NUMBER = "FAX_NUMBER"
    EMAIL_ADDRESS = "EMAIL_ADDRESS"
    SSN = "SSN"
    MEDICAL_RECORD_NUMBER = "MEDICAL_RECORD_NUMBER"
    HEALTH_PLAN_NUMBER = "HEALTH_PLAN_NUMBER"
    ACCOUNT_NUMBER = "ACCOUNT_NUMBER"
    LICENSE_NUMBER = "LICENSE_NUMBER"
    VEHICLE_ID = "VEHICLE_ID"
    DEVICE_ID = "DEVICE_ID"
    URL = "URL"
    IP_ADDRESS = "IP_ADDRESS"
    BIOMETRIC_ID = "BIOMETRIC_ID"
    PHOTO = "PHOTO"
    OTHER_ID = "OTHER_ID"
    LITERAL = "LITERAL"
    """No identifier: text that looks like a placeholder, put aside so that it can't be taken for one."""


SAFE_HARBOR: dict[str, tuple[Entity, ...]] = {
    "A": (Entity.PERSON, Entity.ORGANIZATION),
    "B": (Entity.LOCATION, Entity.STREET_ADDRESS, Entity.ZIP_CODE),
    "C": (Entity.DATE, Entity.AGE),
    "D": (Entity.PHONE_NUMBER,),
    "E": (Entity.FAX_NUMBER,),
    "F": (Entity.EMAIL_ADDRESS,),
    "G": (Entity.SSN,),
    "H": (Entity.MEDICAL_RECORD_NUMBER,),
    "I": (Entity.HEALTH_PLAN_NUMBER,),
    "J": (Entity.ACCOUNT_NUMBER,),
    "K": (Entity.LICENSE_NUMBER,),
    "L": (Entity.VEHICLE_ID,),
    "M": (Entity.DEVICE_ID,),
    "N": (Entity.URL,),
    "O": (Entity.IP_ADDRESS,),
    "P": (Entity.BIOMETRIC_ID,),
    "Q": (Entity.PHOTO,),
    "R": (Entity.OTHER_ID,),
}
"""The paragraphs of 45 CFR 164.514(b)(2)(i) and the entities that stand for each."""

LABELS: dict[Entity, str] = {
    Entity.PERSON: "PERSON",
    Entity.ORGANIZATION: "ORGANIZATION",
    Entity.LOCATION: "PLACE",
    Entity.STREET_ADDRESS: "ADDRESS",
    Entity.ZIP_CODE: "ZIP",
    Entity.DATE: "DATE",
    Entity.AGE: "AGE",
    Entity.PHONE_NUMBER: "PHONE",
    Entity.FAX_NUMBER: "FAX",
    Entity.EMAIL_ADDRESS: "EMAIL",
    Entity.SSN: "SSN",
    Entity.MEDICAL_RECORD_NUMBER: "RECORD",
    Entity.HEALTH_PLAN_NUMBER: "PLAN",
    Entity.ACCOUNT_NUMBER: "ACCOUNT",
    Entity.LICENSE_NUMBER: "LICENSE",
    Entity.VEHICLE_ID: "VEHICLE",
    Entity.DEVICE_ID: "DEVICE",
    Entity.URL: "URL",
    Entity.IP_ADDRESS: "IP",
    Entity.BIOMETRIC_ID: "BIOMETRIC",
    Entity.PHOTO: "PHOTO",
    Entity.OTHER_ID: "ID",
    Entity.LITERAL: "LITERAL",
}
"""The word inside the brackets of a placeholder: `[DATE_1]`."""
