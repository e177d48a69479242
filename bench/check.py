"""How many planted defects the checks find, and how often they cry wolf: `python bench/check.py [-v]`.

Each file of tests/check/letters is a clean letter with its case, and for each class of defect one or more changes of
a word that plant it. A plant is found where an error or warning that the clean letter does not have stands within a
line of the changed words.
"""

import argparse
import sys
import time
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import yaml

from wellfounded import casefolder, read
from wellfounded.check import check
from wellfounded.check.draft import spans
from wellfounded.model.basis import Attestation, Fact, Source, SourceId
from wellfounded.model.case import Case, Service
from wellfounded.model.coding import Coding, Quantity
from wellfounded.model.determination import Reading
from wellfounded.model.letter import Draft, Severity
from wellfounded.model.parties import Coverage, Organization, Patient, Practitioner

LETTERS = Path(__file__).parent.parent / "tests" / "check" / "letters"
EXAMPLES = Path(__file__).parent.parent / "examples"
ON = date(2026, 6, 10)
ENTERED = Attestation("Dana Reyes", "coordinator", date(2026, 1, 5), "entered")
NEAR = 90  # characters from the changed words within which a problem counts as finding them


def fact(value):
    return None if value in (None, "") else Fact(value, ENTERED)


def case_of(held):
    if "folder" in held:
        return casefolder.open_case(EXAMPLES / held["folder"], ON)
    told = held["case"]
    papers, readings = [], []
    for folder in ("payer", "chart"):
        for name, text in held.get(folder, {}).items():
            document = read.document(f"{folder}/{name}", text.encode())
            papers.append(document)
            readings.append(read.read_chart(document) if folder == "chart" else read.read(document))
    evidence, conflicts = read.merge([r for r in readings if isinstance(r, Reading)])
    services = tuple(
        Service(
            fact(s["description"]),
            Coding("cpt", s["code"]) if "code" in s else None,
            Quantity(s["quantity"], s.get("unit", "")) if "quantity" in s else None,
            s.get("frequency", ""),
        )
        for s in told.get("services", ())
    )
    return Case(
        "bench",
        Patient(fact(told["name"]), fact(told["birth_date"]), fact(told["sex"])),
        Coverage(payer=fact(told["payer"]), member_id=fact(told.get("member_id")), group=fact(told.get("group"))),
        Practitioner(name=fact(told["signer"])),
        Organization(),
        services,
        tuple(fact(Coding("icd10cm", code)) for code in told["dx"]),
        documents=tuple(papers),
        readings=tuple(readings),
        evidence=evidence,
        conflicts=conflicts,
    )


def drafted(text):
    return Draft(Source(SourceId("bench"), "letter.txt", "text/plain", 1), text, tuple(spans(text)))


def problems(text, case):
    return [p for p in check(drafted(text), case, on=ON) if p.severity is not Severity.NOTE]


def measure(files=None, *, alone=False, verbose=False):
    """Give recall per class as (found, planted), the alarms of each clean letter, and seconds a check."""
    found, planted, alarms, spent = defaultdict(int), defaultdict(int), {}, []
    for path in files or sorted(LETTERS.glob("*.yaml")):
        held = yaml.load(path.read_text(), yaml.CSafeLoader)
        text = held["letter"]
        case = None if alone else case_of(held)
        began = time.perf_counter()
        clean = problems(text, case)
        spent.append(time.perf_counter() - began)
        alarms[path.stem] = clean
        if verbose:
            for p in clean:
                print(f"  alarm {path.stem}: {p.code} {p.message} | {context(text, p.span)}")
        usual = Counter((p.code, text[slice(*p.span)]) for p in clean)
        for kind, plants in held["plants"].items():
            for plant in plants:
                old, new = plant.split(" => ")
                old, new = old.replace("\n  ", "\n"), new.replace("\n  ", "\n")
                assert text.count(old) >= 1, (path.stem, plant)
                at = text.index(old)
                changed = text.replace(old, new, 1)
                raised = new_ones(problems(changed, case), changed, usual)
                hit = any(p.span[0] < at + len(new) + NEAR and p.span[1] > at - NEAR for p in raised)
                planted[kind] += 1
                found[kind] += hit
                if verbose and not hit:
                    print(f"  missed {path.stem} {kind}: {plant!r}")
    return {kind: (found[kind], n) for kind, n in planted.items()}, alarms, spent


def new_ones(found, text, usual):
    """Give the problems beyond those the clean letter has: of a code and its words, the surplus."""
    counted = Counter((p.code, text[slice(*p.span)]) for p in found)
    return [p for p in found if counted[key := (p.code, text[slice(*p.span)])] > usual[key]]


def context(text, span):
    return text[max(0, span[0] - 30) : span[1] + 30].replace("\n", " ")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--alone", action="store_true", help="check the letters without their cases")
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    recall, alarms, spent = measure(options.files, alone=options.alone, verbose=options.verbose)
    for kind, (hit, n) in recall.items():
        print(f"{kind:14}{hit:4}/{n:<4}{hit / n:.2f}")
    hit, n = (sum(each[i] for each in recall.values()) for i in (0, 1))
    print(f"{'all':14}{hit:4}/{n:<4}{hit / n:.3f}")
    print(f"false alarms a clean letter: {sum(map(len, alarms.values())) / len(alarms):.2f} over {len(alarms)}")
    print(f"milliseconds a letter, median: {sorted(spent)[len(spent) // 2] * 1000:.0f}")


if __name__ == "__main__":
    sys.exit(main())
