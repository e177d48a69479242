"""Which numbers a sentence prints that nothing under it states."""

import re

from wellfounded.model.basis import Attestation, Basis, Citation, Derivation
from wellfounded.model.letter import Sentence
from wellfounded.write.words.numbers import NUMBERED

NUMBER = re.compile(r"(?<![A-Za-z\d.-])\d+(?:,\d{3})*(?:\.\d+)?")


def unfounded(sentence: Sentence) -> set[float]:
    """Give the numbers of *sentence* that no quotation, rule, person or citation under it holds."""
    held = {number for basis in sentence.basis for text in words(basis) for number in numbers(text) | written_out(text)}
    return numbers(sentence.text) - held


def numbers(text: str) -> set[float]:
    return {float(found.replace(",", "")) for found in NUMBER.findall(text.replace("\u2019", "'"))}


def written_out(text: str) -> set[float]:
    return {float(n) for word, n in NUMBERED.items() if re.search(rf"\b{word}\b", text, re.IGNORECASE)}


def words(basis: Basis) -> list[str]:
    if isinstance(basis, Derivation):
        return [basis.rule.replace("-", " "), *(text for part in basis.of for text in words(part))]
    if isinstance(basis, Attestation):
        return [basis.says]
    if isinstance(basis, Citation):
        return [basis.authority, basis.url]
    return [re.sub(r"(\d)-(?=\d)", r"\1 ", basis.exact), basis.exact]
