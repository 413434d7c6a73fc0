"""What a session costs in energy, carbon and water, and how that is known. See docs/energy.md.

Local stages: own CPU seconds, times the joules that the processor's counter showed for each (measured) or
times a documented power and PUE (modelled). Remote drafting: answer tokens by a published formula. Carbon and
water: joules times the factors in use when the report is made (ISO/IEC 21031, operational part).
"""

from live_notes.energy.account import EnergyAccount, EnergyReport, method_of
from live_notes.energy.estimate import JOULES_PER_WH, NOTHING, Estimate
from live_notes.energy.factors import Factor, Factors
from live_notes.energy.meter import WorkMeter, charging, in_thread
from live_notes.energy.remote import ModelSize, joules_of_answer, joules_per_token, tokens_of
from live_notes.energy.stages import LOCAL_STAGES, NOT_COUNTED, Label, Stage

__all__ = [
    "JOULES_PER_WH",
    "LOCAL_STAGES",
    "NOTHING",
    "NOT_COUNTED",
    "EnergyAccount",
    "EnergyReport",
    "Estimate",
    "Factor",
    "Factors",
    "Label",
    "ModelSize",
    "Stage",
    "WorkMeter",
    "charging",
    "in_thread",
    "joules_of_answer",
    "joules_per_token",
    "method_of",
    "tokens_of",
]
