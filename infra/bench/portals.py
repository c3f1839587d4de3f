"""The portals as a person meets them: what they load, how soon they show, how much is pressed.

The two stories that tell these numbers are run as they stand in tests/portals, in a real browser.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gateway.identity.demo_issuer import NODE

ROOT = Path(__file__).parents[2]
FRONTENDS = ROOT / "frontends"
STORIES = ("tests/portals/test_head.py::TestTheEvening", "tests/portals/test_first_paint.py")
LIMIT = 190.0
"""Kilobytes, gzipped, that a portal may load before it shows anything."""
MOST_STROKES = 4
ROUNDS = 5
"""How often the first paint is measured: the middle one is told."""
PAINTED = 1.5
"""Seconds until the worklist is painted."""
_SIZE = re.compile(r"^(\w+): ([\d.]+) kB", re.MULTILINE)
_STROKES = re.compile(r"(\d+) people: (\d+) strokes")
_PAINT = re.compile(r"first paint at ([\d.]+) ms cold ([\d.]+) warm ([\d.]+)")
_LINES = {150.0: "Lighthouse's slow 4G", 562.5: "the slow 4G of Chromium's tools"}


@dataclass(frozen=True, slots=True)
class Paint:
    """Seconds until the worklist was painted, the middle one of several."""

    latency: float
    """Milliseconds that each request waited."""
    cold: float
    """With an empty cache."""
    warm: float
    """With a full one."""

    @property
    def line(self) -> str:
        """What kind of line that is."""
        return f"{_LINES[self.latency]} ({self.latency:g} ms for each request)"


@dataclass(frozen=True, slots=True)
class Portals:
    """What one run found; None for what could not be looked at, which `skipped` says."""

    sizes: dict[str, float]
    """Kilobytes of script and style of each portal's first load, gzipped."""
    people: int | None = None
    strokes: int | None = None
    painted: tuple[Paint, ...] = ()
    skipped: str = ""


def portals() -> Portals:
    """Sizes, strokes and first paint; without a build nothing but the reason."""
    if not (FRONTENDS / "dist" / "documents.json").is_file():
        return Portals({}, skipped="the portals are not built (make portals)")
    sizes = {
        name: float(size) for name, size in _SIZE.findall(_said(str(NODE), "scripts/sizes.mjs"))
    }
    text = _said(sys.executable, "-m", "pytest", *STORIES, "-q", "-s", "-p", "no:cacheprovider")
    pressed = _STROKES.search(text)
    painted = tuple(Paint(*map(float, found)) for found in _PAINT.findall(text))
    if pressed is None or len(painted) < len(_LINES):
        ended = text.strip().rpartition("\n")[2]
        return Portals(sizes, skipped=f"the stories in the browser ended with “{ended}”")
    people, strokes = (int(each) for each in pressed.groups())
    return Portals(sizes, people, strokes, painted)


def section(found: Portals) -> Iterator[str]:
    """The section of the results page."""
    yield from ("", "## The portals", "")
    if found.sizes:
        told = ", ".join(f"{name} {size:g} kB" for name, size in found.sizes.items())
        yield f"- First load, gzipped: {told}; at most {LIMIT:g} kB."
    if found.people is not None and found.strokes is not None:
        yield (
            f"- A month of {found.people} people of whom nothing is disputed, scored and signed:"
            f" {found.strokes} keys and clicks, {found.strokes / found.people:.1f} for each person."
        )
    for paint in found.painted:
        yield (
            f"- The worklist of {found.people} people painted on {paint.line}, the processor four"
            f" times slower: {paint.cold:g} s with an empty cache, {paint.warm:g} s with a full one"
            f" (the middle one of {ROUNDS})."
        )
    if found.skipped:
        yield f"- Not looked at: {found.skipped}."


def _said(*command: str) -> str:
    """What a command prints; it may fail, which its text then shows."""
    cwd = FRONTENDS if command[-1].endswith(".mjs") else ROOT
    rounds = {**os.environ, "PORTAL_ROUNDS": str(ROUNDS)}
    done = subprocess.run(command, cwd=cwd, env=rounds, capture_output=True, text=True, check=False)
    return done.stdout
