"""What of every kind of letter over many whole cases is unsupported, invented or bad English.

Run `python bench/written.py [-v]`.

The cases are those of tests/match/whole, charts read from their papers; every letter pack is written for each. A
sentence is unsupported that has no basis, a quotation that does not verify, or a number nothing under it states. A
reference is invented that no reference pack holds.
"""

import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]

from wellfounded.argue import argue  # noqa: E402
from wellfounded.errors import BrokenQuote, HonestStop  # noqa: E402
from wellfounded.model.basis import Citation, leaves  # noqa: E402
from wellfounded.model.law import Right  # noqa: E402
from wellfounded.packs import shipped  # noqa: E402
from wellfounded.packs.schema.reference import ReferencePack  # noqa: E402
from wellfounded.write import compose  # noqa: E402
from write import prose, wholecases  # noqa: E402
from write.numbers_said import unfounded  # noqa: E402

NAMED = re.compile(r"\b[A-Z][\w\u2019'-]+ et al\.|doi:\S+|PMID \d+")


def rights(on):
    """Give two rights of a plan, as the law room gives them, so that the parts that invoke them are written too."""
    cite = Citation("29 CFR 2560.503-1(h)(2)(iv)", "https://www.ecfr.gov", on, pack="us/erisa")
    held = {
        "consider_all": "The review must take into account everything submitted.",
        "claim_file": "The plan must give the file.",
    }
    return tuple(Right(name, says, cite) for name, says in held.items())


def main(loud):
    """Print the figures; exit 1 where any is not nought."""
    library = shipped()
    held = {
        word for _, pack in library.all(ReferencePack) for word in (pack.authors or "", f"doi:{pack.identifier.doi}")
    }
    count = Counter()
    for name in wholecases.names():
        case, policy, match, on = wholecases.told(name)
        texts = {document.source.id: document.text for document in case.documents}
        given = rights(on)
        brief = argue(case, policy, match, given, library, on)
        for kind in library.ids("letter"):
            try:
                letter = compose(kind, case, policy, match, brief, given, (), library, on)
            except HonestStop:
                count["honest stops"] += 1
                continue
            count["letters"] += 1
            for sentence in letter.sentences:
                count["sentences"] += 1
                bad = [] if sentence.basis else ["no basis"]
                for quote in sentence.quotes:
                    try:
                        quote.verify(texts[quote.at.source])
                    except BrokenQuote:
                        bad.append("broken quotation")
                if sentence.voice == "ours" and (lost := unfounded(sentence)):
                    bad.append(f"numbers {sorted(lost)}")
                count["unsupported"] += bool(bad)
                cited = [each for basis in sentence.basis for each in leaves(basis) if isinstance(each, Citation)]
                invented = [
                    found
                    for found in NAMED.findall(re.sub(r"\u201c[^\u201d]*\u201d", "", sentence.text))
                    if not any(word.startswith(found.rstrip(").,;")) for word in held if word)
                ]
                invented += [
                    each.pack for each in cited if each.pack.startswith("reference/") and not library.hash_of(each.pack)
                ]
                count["invented references"] += len(invented)
                if loud and (bad or invented):
                    print(name, kind, bad, invented, sentence.text)
            for number, fault, text in prose.of_letter(letter):
                count["faults of English"] += 1
                count[f"  {fault.split(' ')[0]}"] += 1
                if loud:
                    print(name, kind, number, fault, "|", text)
    for key in ("letters", "honest stops", "sentences", "unsupported", "invented references", "faults of English"):
        print(f"{key:<22}{count[key]:>7}")
    return 1 if count["unsupported"] or count["invented references"] or count["faults of English"] else 0


if __name__ == "__main__":
    sys.exit(main("-v" in sys.argv))
