"""Drawn people for the pictures in the documentation: a Y4M file as Chromium's fake camera wants it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT, FRAMES, RATE = 640, 480, 24, 12
Colour = tuple[int, int, int]
Picture = NDArray[np.float64]


@dataclass(frozen=True)
class Look:
    """Colours (RGB) of one drawn person and of the room behind them."""

    wall: Colour
    light: Colour
    clothes: Colour
    skin: Colour
    hair: Colour
    long_hair: bool = False


CLINICIAN = Look((196, 204, 196), (238, 236, 226), (38, 84, 76), (222, 184, 156), (74, 54, 44), True)
CLIENT = Look((206, 196, 188), (240, 232, 222), (74, 86, 128), (196, 148, 116), (38, 32, 32), True)


def portrait(look: Look, path: Path) -> Path:
    """Writes two seconds of the person, breathing a little, to `path`."""
    with path.open("wb") as sink:
        sink.write(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F{RATE}:1 Ip A1:1 C420jpeg\n".encode())
        for number in range(FRAMES):
            sway = 2.0 * np.sin(2 * np.pi * number / FRAMES)
            sink.write(b"FRAME\n" + _yuv(_drawn(look, float(sway))))
    return path


def _drawn(look: Look, sway: float) -> Picture:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(float)
    glow = np.exp(-(((x - 120) / 260) ** 2 + ((y - 60) / 240) ** 2))[..., None]
    picture: Picture = np.array(look.wall) * (1 - glow) + np.array(look.light) * glow
    middle, lift = WIDTH / 2, sway
    if look.long_hair:
        _ellipse(picture, x, y, (middle, 236 + lift), (104, 142), look.hair)
    _ellipse(picture, x, y, (middle, 520 + lift), (212, 172), look.clothes)
    _ellipse(picture, x, y, (middle, 342 + lift), (42, 62), _shade(look.skin, 0.9))
    _ellipse(picture, x, y, (middle, 226 + lift), (78, 102), look.skin)
    _ellipse(picture, x, y, (middle - 6, 146 + lift), (88, 56), look.hair)
    for side in (-1, 1):
        _ellipse(picture, x, y, (middle + side * 28, 226 + lift), (6, 7), _shade(look.hair, 0.8))
        _ellipse(picture, x, y, (middle + side * 28, 206 + lift), (15, 3), look.hair)
    _ellipse(picture, x, y, (middle, 278 + lift), (22, 5), _shade(look.skin, 0.72))
    return picture


def _ellipse(
    picture: Picture,
    x: Picture,
    y: Picture,
    middle: tuple[float, float],
    radii: tuple[float, float],
    colour: Colour,
) -> None:
    """Paints a filled ellipse with a soft edge of about two pixels."""
    distance = np.hypot((x - middle[0]) / radii[0], (y - middle[1]) / radii[1])
    cover = np.clip((1 - distance) * min(radii) / 2 + 0.5, 0, 1)[..., None]
    picture += (np.array(colour) - picture) * cover


def _shade(colour: Colour, factor: float) -> Colour:
    red, green, blue = (round(part * factor) for part in colour)
    return red, green, blue


def _yuv(picture: Picture) -> bytes:
    """Planar 4:2:0, full range (ITU-R BT.601)."""
    red, green, blue = picture[..., 0], picture[..., 1], picture[..., 2]
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    chroma = [128 + 0.564 * (blue - luma), 128 + 0.713 * (red - luma)]
    planes = [luma, *(c.reshape(HEIGHT // 2, 2, WIDTH // 2, 2).mean((1, 3)) for c in chroma)]
    return b"".join(np.clip(plane, 0, 255).astype(np.uint8).tobytes() for plane in planes)
