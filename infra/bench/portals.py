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
PAINTED = 1.5
"""Seconds until the worklist is painted."""
_SIZE = re.compile(r"^(\w+): ([\d.]+) kB", re.MULTILINE)
_STROKES = re.compile(r"(\d+) people: (\d+) strokes")
_PAINT = re.compile(r"first paint cold ([\d.]+) warm ([\d.]+)")


@dataclass(frozen=True, slots=True)
class Portals:
    """What one run found; None for what could not be looked at, which `skipped` says."""

    sizes: dict[str, float]
    """Kilobytes of script and style of each portal's first load, gzipped."""
    people: int | None = None
    strokes: int | None = None
    cold: float | None = None
    warm: float | None = None
    skipped: str = ""


def portals() -> Portals:
    """Sizes, strokes and first paint; without a build nothing but the reason."""
    if not (FRONTENDS / "dist" / "documents.json").is_file():
        return Portals({}, skipped="the portals are not built (make portals)")
    sizes = {
        name: float(size) for name, size in _SIZE.findall(_said(str(NODE), "scripts/sizes.mjs"))
    }
    text = _said(sys.executable, "-m", "pytest", *STORIES, "-q", "-s", "-p", "no:cacheprovider")
    pressed, painted = _STROKES.search(text), _PAINT.search(text)
    if pressed is None or painted is None:
        return Portals(sizes, skipped="the stories in the browser were skipped or failed")
    people, strokes = (int(each) for each in pressed.groups())
    cold, warm = (float(each) for each in painted.groups())
    return Portals(sizes, people, strokes, cold, warm)


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
    if found.cold is not None:
        yield (
            f"- The worklist painted on slow 4G, the processor four times slower: {found.cold:g} s"
            f" with an empty cache, {found.warm:g} s with a full one (the middle one of five)."
        )
    if found.skipped:
        yield f"- Not looked at: {found.skipped}."


def _said(*command: str) -> str:
    """What a command prints; it may fail, which its text then shows."""
    cwd = FRONTENDS if command[-1].endswith(".mjs") else ROOT
    rounds = {**os.environ, "PORTAL_ROUNDS": "5"}
    done = subprocess.run(command, cwd=cwd, env=rounds, capture_output=True, text=True, check=False)
    return done.stdout
