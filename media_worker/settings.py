"""The ear's settings, read once at start from the environment (`ATTUNE_EAR_...`)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from media_worker import models
from media_worker.devices import ComputeType
from media_worker.logs import LogFormat


def _cores() -> int:
    """CPU cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _decoders() -> int:
    return min(4, _cores())


def _threads(read: dict[str, Any]) -> int:
    """The cores, shared among the decoders that were read before this setting."""
    return max(1, _cores() // int(read.get("decoders", 1)))


def _model_by_default(read: dict[str, Any]) -> str:
    """The chosen model of the folder that was read before this setting."""
    return models.by_default(read.get("models_folder"))


class EarSettings(BaseSettings):
    """What a media worker may be told; every field has a unit and a default that works."""

    model_config = SettingsConfigDict(env_prefix="ATTUNE_EAR_", extra="forbid", frozen=True)

    models_folder: Path | None = Field(
        None,
        description="where packaged models are joined and added ones kept; "
        "default <sys.prefix>/share/attune/models",
    )
    model: str = Field(
        default_factory=_model_by_default,
        min_length=1,
        description="`base`, `tiny.en`, an added model's name, or the path of a faster-whisper model folder; "
        "default: what `attune models use` chose, else `base`",
    )
    undumpable: bool = Field(
        True,
        description="no other process of this user may read the worker's memory (Linux); root can always",
    )
    device: Literal["cpu", "cuda", "auto"] = Field(
        "cpu",
        description="where CTranslate2 computes; auto: on a GPU when there is one that can, else the CPU",
    )
    compute_type: ComputeType = Field(
        "auto",
        description="CTranslate2's quantisation; auto: int8 on a CPU; on a GPU the first it can of "
        "int8_float16, float16 and float32",
    )
    decoders: int = Field(
        default_factory=_decoders,
        ge=1,
        le=16,
        description="batches decoded side by side; default: the cores, at most 4",
    )
    threads: int = Field(
        default_factory=_threads,
        ge=1,
        le=64,
        description="CPU threads of one decode; default: the cores shared among the decoders",
    )

    beam_size: int = Field(1, ge=1, le=10, description="beams of a final; 1 is greedy")
    batch: int = Field(8, ge=1, le=32, description="closed windows decoded in one batch when several wait")
    partial_batch: int = Field(8, ge=1, le=32, description="windows of a batch with open ones")
    margin_seconds: float = Field(
        1.0, ge=0.0, le=10.0, description="silence that is encoded after every window, in seconds"
    )
    pad_seconds: float = Field(10.0, ge=1.0, le=30.0, description="windows are padded with silence to this")

    voice_mode: int = Field(2, ge=0, le=3, description="webrtcvad aggressiveness")
    voice_floor_dbfs: float = Field(-55.0, le=0.0, description="frames quieter than this are never voice")
    pre_roll_seconds: float = Field(
        0.3, ge=0.0, le=1.0, description="audio kept before the first voiced frame"
    )
    post_roll_seconds: float = Field(
        0.2, ge=0.0, le=1.0, description="audio kept after the last voiced frame"
    )
    likely_seconds: float = Field(
        0.2, ge=0.1, le=3.0, description="after so much silence a window is decoded, before it closes"
    )
    sentence_pause_seconds: float = Field(
        0.35, ge=0.1, le=3.0, description="a pause this long closes a window whose words end a sentence"
    )
    pause_seconds: float = Field(0.5, ge=0.1, le=3.0, description="a pause this long closes a window")
    recording_pause_seconds: float = Field(
        1.0,
        ge=0.1,
        le=3.0,
        description="the same of an uploaded recording with a speaker a track: nobody waits for its words, "
        "and longer windows are heard better",
    )
    long_seconds: float = Field(8.0, ge=2.0, le=28.0, description="from here a short pause closes it")
    long_pause_seconds: float = Field(0.24, ge=0.02, le=1.0, description="the short pause meant above")
    longest_seconds: float = Field(
        15.0, ge=3.0, le=29.0, description="no window is longer: cut where quietest"
    )
    stall_seconds: float = Field(1.2, ge=0.3, le=30.0, description="no packets for so long closes a window")

    partial_seconds: float = Field(
        0.4, ge=0.1, le=10.0, description="shortest time between partials of a track"
    )
    partial_share: float = Field(0.65, gt=0.0, le=1.0, description="share of decoding time partials may take")

    voices: Literal["auto", "on", "off"] = Field(
        "auto",
        description="telling apart people who share a microphone; auto: when the voice models are there; "
        "on: a worker without them does not start",
    )

    log_format: LogFormat = Field("json", description="form of log lines; `attune serve` hands its own on")

    sample: Path | None = Field(
        None,
        description="recording of speech by which a worker measures its speed at start; `attune serve` and "
        "`attune worker` give the shipped one",
    )
    capacity: int | None = Field(
        None,
        ge=1,
        le=512,
        description="tracks heard at once; default: two a call that the measured speed carries, at least 16",
    )
    link_grace_seconds: float = Field(
        10.0, ge=0.0, le=120.0, description="tracks are kept this long while the control link is away"
    )
    drain_seconds: float = Field(20.0, ge=0.5, le=600.0, description="longest wait for finals on leaving")
