"""A language model at the edge: named on the command line, off otherwise, and told to say what it did."""

import argparse
import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wellfounded import pipeline, read
from wellfounded.errors import InputError
from wellfounded.model.case import Case
from wellfounded.model.determination import Reading
from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence
from wellfounded.pipeline import Tour

if TYPE_CHECKING:
    from wellfounded.wire.llm import Endpoint

FIELDS = ("patient_name", "member_id", "reference_number", "claim_number", "phone")


def takes_model(parser: argparse.ArgumentParser) -> None:
    """Add --model and what it needs; without it no model is asked anything."""
    group = parser.add_argument_group("language model", "off unless --model and --model-url are given")
    group.add_argument("--model", default="", metavar="NAME", help="let this model reword the letter and propose facts")
    group.add_argument("--model-url", default="", metavar="URL", help="its address, up to /v1")
    group.add_argument(
        "--model-protocol", default="openai", choices=["anthropic", "openai"], help="how it is spoken to"
    )
    group.add_argument(
        "--model-key", default="", metavar="VARIABLE", help="the environment variable that holds its key"
    )
    group.add_argument("--model-seconds", type=float, default=30.0, metavar="S", help="how long to wait for one answer")
    group.add_argument(
        "--model-may-see-patients",
        action="store_true",
        help="an agreement lets it see patient data; else names and days are blotted out",
    )


def of(options: argparse.Namespace) -> "Model | None":
    """Give the model that is named, or None; raises InputError where half of what it needs is given."""
    if not options.model and not options.model_url:
        return None
    if not options.model or not options.model_url:
        raise InputError("--model and --model-url go together", hint="See docs/guides/language-model.md.")
    key = os.environ.get(options.model_key, "") if options.model_key else ""
    if options.model_key and not key:
        raise InputError(f"the environment has no {options.model_key}", hint="Set it, or leave --model-key out.")
    may = options.model_may_see_patients
    from wellfounded.wire.llm import Endpoint  # noqa: PLC0415 - 30 ms of HTTP, only where a model is named

    endpoint = Endpoint(
        options.model_url, options.model, options.model_protocol, key, identified=may, seconds=options.model_seconds
    )
    return Model(endpoint)


@dataclass
class Model:
    """One model for one run, and what it did, for the person to read; never a word of the chart."""

    endpoint: "Endpoint"
    said: list[str] = field(default_factory=list)
    down: bool = False  # asked once in vain, it is not waited for again

    def ask(self, system: str, question: str) -> str:
        """Ask the endpoint."""
        from wellfounded.wire.llm import ask  # noqa: PLC0415 - as above

        return ask(self.endpoint, system, question)

    def also(self, case: Case, document: Document, reading: Reading) -> tuple[Evidence, ...]:
        """Give what the model proposes of one document of the chart and our reader finds there."""
        from wellfounded.read.proposed import proposed  # noqa: PLC0415 - only where a model was named

        if self.down:
            return ()
        known = None if self.endpoint.identified else _known(case, reading)
        found = proposed(document, reading, self.ask, read.read_chart, known=known)
        self.down = bool(found.down)
        line = f"  {document.source.path}: {len(found.kept)} facts more, {len(found.refused)} proposals not taken"
        self.said.append(f"  {found.down}" if found.down else line)
        return found.kept

    def reworded(self, tour: Tour) -> Tour:
        """Give the tour with the letter as the model says it, where it may be said so."""
        if self.down:
            return tour
        tour, told = pipeline.reword(tour, self.ask)
        if told is not None:
            line = f"  letter: {told.taken} sentences reworded, {len(told.refused)} rewordings not taken"
            self.said.append(f"  letter: {told.down}" if told.down else line)
            self.said += [f"    sentence {number}: {why}" for number, why in told.refused]
        return tour


def _known(case: Case, reading: Reading) -> tuple[str, ...]:
    """Give the names and numbers of the case and of the document's own head, to blot out."""
    who, doctor, office = case.patient, case.practitioner, case.practice
    facts = (who.name, who.phone, doctor.name, doctor.phone, doctor.npi, office.name, office.phone)
    held = [fact.value for fact in facts if fact is not None]
    held += [fact.value for fact in (case.coverage.member_id, case.coverage.group) if fact is not None]
    held += [*who.address, *office.address]
    held += [str(each.value) for name in FIELDS for each in reading.all(name)]
    held += [re.sub(r",.*", "", item.author) for item in reading.evidence if item.author]
    return tuple(dict.fromkeys(held))
