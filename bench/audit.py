"""Time an audit of many letters, with its peak memory and what it finds of what was planted: `python bench/audit.py`.

The letters of tests/check/letters are told of invented patients, a fifth each as Word and PDF; one in a hundred holds
the name or the member number of another letter's patient, one in five hundred is broken.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
LETTERS = ROOT / "tests" / "check" / "letters"
GIVEN = {
    "female": "Ada Bella Clara Diana Edith Flora Greta Hanna Irene Julia Karla Linda Marta Nora Paula Rita Sonia Vera",
    "male": "Adam Boris Carl David Egon Felix Gerald Hugo Ivan Julian Kevin Louis Martin Norman Oscar Peter Simon",
}
LAST = "Abern Brack Cordel Dunmar Eskel Farrow Gantly Hobrick Inster Jasko Kelmar Lundry Morvan Nestrol Ostrand Pellick"
SECOND = "bach berg dale feld gard holm land mann ridge son stad stein thal vik wick worth"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, default=ROOT / ".cache" / "bench" / "audit")
    options = parser.parse_args()
    folder = options.folder / str(options.letters)
    planted, broken = build(folder, options.letters)
    out = folder.with_name(f"{folder.name}.audit")
    for kept in out.glob("audit.sqlite*"):
        kept.unlink()
    command = [sys.executable, "-m", "wellfounded.cli", "audit", str(folder), "--out", str(out), "--on", "2026-06-10"]
    began = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    spent = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak, busy = used.ru_maxrss / 1024, used.ru_utime + used.ru_stime  # of all workers: others' load does not count
    again = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    again = time.perf_counter() - again
    told = json.loads((out / "audit.json").read_text())
    found = {one["file"] for one in told["others"]}
    cores = os.cpu_count() or 1
    print(f"{'letters':<34}{told['letters']:>9}")
    print(f"{'seconds':<34}{spent:>9.0f}")
    print(f"{'letters a second, a core':<34}{told['letters'] / spent / cores:>9.1f}")
    print(f"{'letters a second of processor':<34}{told['letters'] / busy:>9.1f}   goal >= 20")
    print(f"{'peak memory of a process, MB':<34}{peak:>9.0f}")
    print(f"{'seconds, nothing changed':<34}{again:>9.1f}")
    print(f"{'broken, named':<34}{len(told['broken']):>9}   of {broken}")
    print(f"{'details of others, planted':<34}{len(found & planted):>9}   of {len(planted)}")
    print(f"{'details of others, not planted':<34}{len(found - planted):>9}")
    print(
        f"{'groups that read the same':<34}{len(told['cloned']):>9}   of {len(list(LETTERS.glob('*.yaml')))} templates"
    )


def build(folder, letters):
    """Write the letters, once; give the names of those with a planted detail and the number of broken ones."""
    known = folder / ".planted.json"
    if not known.exists():
        folder.mkdir(parents=True, exist_ok=True)
        chance = random.Random(7)
        held = [yaml.load(path.read_text(), yaml.CSafeLoader) for path in sorted(LETTERS.glob("*.yaml"))]
        held = [one for one in held if "case" in one]
        patients = [patient(n, held[n % len(held)]["case"], chance) for n in range(letters)]
        planted, broken = [], 0
        for n, (name, member) in enumerate(patients):
            text = told_of(held[n % len(held)], name, member)
            other = patients[(n + 1 + chance.randrange(letters - 1)) % letters]
            suffix = ("txt", "txt", "txt", "docx", "pdf")[n % 5]
            path = f"{n:05}.{suffix}"
            if n % 100 == 7:
                text = text.replace("\n\n", f"\n\nI discussed {other[0]} with your reviewer on the telephone.\n\n", 9)
                planted.append(path)
            elif n % 100 == 57:
                text = text.replace("\n\nSincerely", f"\n\nThe chart of {other[1]} is enclosed.\n\nSincerely", 1)
                planted += [path] * (other[1] in text)
            data = as_file(text, suffix)
            if n % 500 == 499:
                data, broken = data[: len(data) // 3] if suffix != "txt" else b"", broken + 1
            (folder / path).write_bytes(data)
        known.write_text(json.dumps([planted, broken]))
    planted, broken = json.loads(known.read_text())
    return set(planted), broken


def patient(n, case, chance):
    given = GIVEN[case["sex"] if case["sex"] in GIVEN else "female"].split()
    last = f"{LAST.split()[n % 16]}{SECOND.split()[n // 16 % 16]}{'aeiou'[n // 256 % 5]}{'lmnr'[n // 1280 % 4]}"
    return f"{chance.choice(given)} {last}", f"BN{n:05}{chance.randrange(1000, 9999)}"


def told_of(held, name, member):
    text, case = held["letter"], held["case"]
    given, *_, last = case["name"].split()
    for old, new in ((case["name"], name), (last, name.split()[1]), (given, name.split()[0])):
        text = text.replace(old, new).replace(old.upper(), new.upper())
    return text.replace(case["member_id"], member) if case.get("member_id") else text


def as_file(text, suffix):
    if suffix == "txt":
        return text.encode()
    out = BytesIO()
    if suffix == "docx":
        import docx  # noqa: PLC0415

        word = docx.Document()
        for line in text.split("\n"):
            word.add_paragraph(line)
        word.save(out)
        return out.getvalue()
    import typst  # noqa: PLC0415

    source = '#set page("us-letter")\n#for l in sys.inputs.text.split("\\n") { raw(l); linebreak() }'
    return typst.Compiler().compile(source.encode(), format="pdf", sys_inputs={"text": text})


if __name__ == "__main__":
    sys.exit(main())
