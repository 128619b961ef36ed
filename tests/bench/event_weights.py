"""The weights of the event stage, made anew: `python -m tests.bench.event_weights PAIRS`.

Writes `plugins/copydesk/events/stems.json` (how common a stem is, counted from the vocabulary of navec,
MIT) and prints the weights of `verdict.WITHIN`, fitted on PAIRS: JSON lines, gzipped, each with `lang`,
`same` (OK or BAD) and two texts `a` and `b` with `title`, `text`, `url`. Only numbers leave this script.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log
from pathlib import Path

import numpy as np
import numpy.typing as npt

from copydesk import seeds
from copydesk.actors import Linker, starter
from copydesk.edit import draft, event_trace, linked
from copydesk.events import weight
from copydesk.events.stems import stems
from copydesk.events.trace import Trace
from copydesk.events.verdict import (
    common_ground,
    other_amounts,
    shared_names,
    shared_people,
    shared_words,
    strange_names,
)
from copydesk.model import Facts

SIGNS = (shared_words, shared_names, shared_people, strange_names, other_amounts, common_ground)
STEMS, RIDGE, FOLDS, REPEATS = 6000, 3.0, 10, 10
Floats = npt.NDArray[np.float64]


def count_stems() -> None:
    """Write the commonest stems of Russian news by weight, a half apart."""
    from navec import Navec

    spec = importlib.util.find_spec("natasha")
    assert spec and spec.submodule_search_locations
    vectors = next(Path(spec.submodule_search_locations[0]).glob("data/emb/navec_*.tar"))
    vocabulary = Navec.load(str(vectors)).vocab
    counts: Counter[str] = Counter()
    for word, count in zip(vocabulary.words, vocabulary.counts, strict=True):
        for stem in stems(word.split("-")[0]):
            counts[stem] += int(count)
    levels: defaultdict[float, list[str]] = defaultdict(list)
    for stem, count in counts.most_common(STEMS):
        levels[round(2 * max(0.5, log(3e7 / (count + 300)))) / 2].append(stem)
    table = {str(level): " ".join(sorted(levels[level])) for level in sorted(levels)}
    path = Path(weight.__file__).with_name("stems.json")
    path.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def traces(rows: Iterable[dict[str, dict[str, str]]]) -> list[tuple[Trace, Trace]]:
    """Each pair as the event stage sees it."""
    linker = Linker(starter())
    made = []
    for row in rows:
        pair = []
        for half in (row["a"], row["b"]):
            seed = seeds.from_text("pair", half["text"], Facts(title=half["title"], url=half.get("url")))
            pair.append(event_trace(linked(draft(seed, starter()), linker), "pair"))
        made.append((pair[0], pair[1]))
    return made


def fit(seen: Floats, same: Floats) -> tuple[Floats, float]:
    """Logistic regression with a ridge on standardised signs: a weight for each sign, and the start."""
    mean, spread = seen.mean(0), seen.std(0) + 1e-9
    rows = np.c_[(seen - mean) / spread, np.ones(len(seen))]
    ridge = np.diag([RIDGE] * seen.shape[1] + [1e-8])
    found = np.zeros(seen.shape[1] + 1)
    for _ in range(8):
        guess = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (guess - same) + ridge @ found
        found -= np.linalg.solve((rows * (guess * (1 - guess))[:, None]).T @ rows + ridge, slope)
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ mean)


def held_out(seen: Floats, same: Floats, kept: npt.NDArray[np.bool_], seed: int) -> float:
    """Accuracy on the kept pairs, each judged by weights fitted without its fold."""
    order = np.random.RandomState(seed).permutation(np.flatnonzero(kept))
    right = 0.0
    for fold in range(FOLDS):
        test = order[fold::FOLDS]
        train = np.setdiff1d(np.arange(len(same)), test)
        weights, start = fit(seen[train], same[train])
        right += float((((seen[test] @ weights + start) >= 0) == same[test]).sum())
    return right / len(order)


def main(path: Path) -> None:
    """Count, fit, print."""
    count_stems()
    weight._table.cache_clear()
    weight.weight.cache_clear()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    pairs = traces(rows)
    seen = np.array([[sign(a, b)[0] for sign in SIGNS] for a, b in pairs])
    same = np.array([float(row["same"] == "OK") for row in rows])
    russian = np.array([row["lang"] == "ru" for row in rows])
    weights, start = fit(seen, same)
    for sign, value in zip(SIGNS, weights, strict=True):
        print(f"{sign.__name__:15} {value:6.2f}")
    print(f"{'start':15} {start:6.2f}")
    scores = [100 * held_out(seen, same, russian, seed) for seed in range(REPEATS)]
    print(f"held out, Russian: {np.mean(scores):.1f} ± {np.std(scores):.1f} % of {int(russian.sum())} pairs")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
