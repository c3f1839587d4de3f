"""An explained score as JSON: its numbers as they are printed, its steps in words."""

from json.encoder import encode_basestring

import orjson

from resolvers.statute.citing import CITATIONS
from resolvers.statute.evaluation.explanation import LINES, Explanation, Said
from resolvers.statute.evaluation.steps import PHRASES
from resolvers.statute.exact import decimal_text

REPEATED = frozenset(
    (
        *LINES.values(),
        "assigned",
        "general",
        "general_criterion",
        "level",
        "progress_deduction",
        "quality_deduction",
        "rounding",
    )
)
"""Steps whose numbers come from few: marks, catalogue units, counts. Others are seldom alike."""
MOST_KEPT = 20_000
TOLD: dict[str, dict[Said, bytes]] = {language: {} for language in PHRASES}
"""By language, the repeated steps that have been put into words."""
QUOTED: dict[str, dict[str, bytes]] = {language: {} for language in PHRASES}
"""By language, each citation as a step ends with it."""
CITES: dict[str, dict[tuple[str, ...], bytes]] = {language: {} for language in PHRASES}
"""By language, the texts that a score rests on, as an answer ends with them: the ways through the
law are few."""


def told(explained: Explanation, language: str) -> bytes:
    """The answer: decimals are cut after the twelfth, never across a threshold."""
    known = TOLD[language].get
    steps = [known(said) or _step(said, language) for said in explained.steps]
    cites = tuple(dict.fromkeys([cite for _, _, cite in explained.steps]))
    listed = CITES[language].get(cites) or _listed(cites, language)
    return b"".join((_numbers(explained), b",".join(steps), listed))


def _numbers(explained: Explanation) -> bytes:
    """The numbers and the level, as the beginning of an object."""
    _, abc, results, raw_total, total, level = explained
    if abc is None or results is None or raw_total is None:
        return NOTHING
    a, b, c, d, e = [_six_decimals(decimal_text(each)) for each in (*abc, results, raw_total)]
    return (
        f'{{"a":"{a}","b":"{b}","c":"{c}","results":"{d}","raw_total":"{e}",'
        f'"total":"{total}","level":"{level}","steps":['
    ).encode()


def _six_decimals(number: str) -> str:
    """A number with at least six decimals; those beyond stay."""
    point = number.find(".")
    if point < 0:
        return number + ".000000"
    missing = 6 - (len(number) - 1 - point)
    return number + "0" * missing if missing > 0 else number


def _step(said: Said, language: str) -> bytes:
    """A step in words, kept where the same one will be said of many sheets."""
    key, values, cite = said
    text = PHRASES[language][key](values)
    value = decimal_text(values[-1])
    step = f'{{"text":{encode_basestring(text)},"value":"{value}","cite":'.encode()
    step += QUOTED[language].get(cite) or _quoted(cite, language)
    if key in REPEATED:
        known = TOLD[language]
        if len(known) >= MOST_KEPT:
            known.clear()
        known[said] = step
    return step


def _quoted(cite: str, language: str) -> bytes:
    quoted = QUOTED[language][cite] = orjson.dumps(CITATIONS[language][cite]) + b"}"
    return quoted


def _listed(cites: tuple[str, ...], language: str) -> bytes:
    citations = CITATIONS[language]
    listed = b'],"cites":%b}' % orjson.dumps([citations[cite] for cite in cites])
    CITES[language][cites] = listed
    return listed


NOTHING = (
    b'{"a":null,"b":null,"c":null,"results":null,"raw_total":null,'
    b'"total":null,"level":"INSUFFICIENT_DATA","steps":['
)
"""The beginning of an answer where nothing was assigned."""
