"""Correct how the criteria were read: line by line with a small form, or all at once as text."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from wellfounded import criteria as reading
from wellfounded.clinic.acts import cases
from wellfounded.clinic.acts import criteria as acts
from wellfounded.clinic.models import Matter
from wellfounded.clinic.showing import tests
from wellfounded.clinic.showing.links import Passage, passage
from wellfounded.clinic.views.base import matter_of, me, page, posted, tour_of
from wellfounded.criteria import editing
from wellfounded.errors import InputError, PackError
from wellfounded.model.basis import Attestation
from wellfounded.model.case import Case
from wellfounded.model.criteria import Criterion, Policy, Requirement, requirements
from wellfounded.pipeline import Tour


@dataclass(frozen=True, slots=True)
class Row:
    """One line or group as the editor lists it."""

    place: str
    depth: int
    name: str
    group: bool
    says: str  # how it was read, or how a group joins its lines
    at: Passage | None = None


def edit(request: HttpRequest, token: str) -> HttpResponse:
    """List the criteria with a way to correct each; take the whole as text from those who want to."""
    matter = matter_of(request, token, "change")
    tour = tour_of(request, matter, patience=20.0)
    if not isinstance(tour, Tour):
        return tour
    policy, error = _policy(tour), ""
    text = reading.to_pack(policy)
    if request.method == "POST":
        text = posted(request, "text", 400_000)
        try:
            cases.edit_criteria(matter, me(request), f"{text}\n", policy.source)
            return redirect("criteria", token=token)
        except (InputError, PackError) as wrong:
            error = f"{wrong}. {wrong.hint}".strip()
    context = {
        "rows": rows(policy, tour.case, token),
        "edits": [each.word for each in reversed(policy.edits)],
        "undo": acts.changes(matter, policy.source),
        "policy": policy,
        "text": text,
        "error": error,
    }
    return page(request, "desk/editcriteria.html", matter, tab="criteria", **context)


def line(request: HttpRequest, token: str) -> HttpResponse:
    """Show the forms of one line or group, and do what one of them says."""
    matter = matter_of(request, token, "change")
    tour = tour_of(request, matter, patience=20.0)
    if not isinstance(tour, Tour):
        return tour
    policy, error = _policy(tour), ""
    place = (request.POST or request.GET).get("at", "")
    if request.method == "POST":
        try:
            _do(request, matter, tour, place)
            return redirect("edit_criteria", token=token)
        except InputError as wrong:
            error = f"{wrong}. {wrong.hint}".strip()
    try:
        held = editing.node(policy, place)
    except InputError:
        raise Http404("there is no such line") from None
    asks = held.asks if isinstance(held, Requirement) else None
    kind = (request.POST or request.GET).get("kind", "") or (asks.kind if asks else "other")
    listed = rows(policy, tour.case, token)
    context = {
        "row": next(each for each in listed if each.place == place),
        "groups": [(r.place, r.name) for r in listed if r.group and not f"{r.place}.".startswith(f"{place}.")],
        "kinds": tests.SAID.items(),
        "kind": kind,
        "slots": tests.slots(kind, asks),
        "joins": tests.JOINS,
        "how": tests.how(held),
        "n": getattr(held, "n", 1),
        "seen": acts.seen(policy),
        "policy": passage_of(policy, tour.case, token),
        "words": posted(request, "words", 4_000),
        "error": error,
    }
    return page(request, "desk/line.html", matter, tab="criteria", **context)


def undo(request: HttpRequest, token: str) -> HttpResponse:
    """Take the last change back."""
    matter = matter_of(request, token, "change")
    tour = tour_of(request, matter, patience=20.0)
    if not isinstance(tour, Tour):
        return tour
    if request.method == "POST":
        acts.undo(matter, me(request), _policy(tour).source)
    return redirect("edit_criteria", token=token)


def rows(policy: Policy, case: Case, token: str) -> list[Row]:
    """Give every line and group of the criteria in the order of the text."""
    assert policy.root is not None  # noqa: S101 - `_policy` has looked
    return [_row(place, node, case, token) for place, node in editing.places(policy.root)]


def passage_of(policy: Policy, case: Case, token: str) -> str:
    """Give the address of the policy's own paper, or nothing where it is not in the case."""
    return next((f"/case/{token}/paper/{d.source.id}/" for d in case.documents if d.source.id == policy.source), "")


def _do(request: HttpRequest, matter: Matter, tour: Tour, place: str) -> None:
    policy, by = _policy(tour), me(request)
    if posted(request, "seen", 40) != acts.seen(policy):
        raise InputError("the criteria were changed meanwhile", hint="Look at them again, then change them.")
    act, kind = posted(request, "act", 10), posted(request, "kind", 40)
    row = next((r for r in rows(policy, tour.case, matter.token) if r.place == place), None)
    name = row.name if row else ""
    slots = {key.removeprefix("slot:"): posted(request, key, 2_000) for key in request.POST if key.startswith("slot:")}

    def word(says: str) -> Attestation:
        return Attestation(by.name, by.role, cases.day(matter), says)

    if act == "test":
        asks = editing.test_of(kind, slots)
        new = editing.retest(policy, place, asks, word(f"{name}: read as \u201c{tests.read_as(asks)}\u201d"))
    elif act == "group":
        how, n = posted(request, "how", 10), posted(request, "n", 4)
        count = int(n) if n.isdecimal() else 0
        said = f"at least {count} of these" if how == "some" else dict(tests.JOINS).get(how, "")
        new = editing.regroup(policy, place, how, count, word(f"{name}: {said}"))
    elif act == "move":
        into = posted(request, "into", 60)
        under = next((r.name for r in rows(policy, tour.case, matter.token) if r.place == into), "")
        new = editing.move(policy, place, into, word(f"{name}: moved under {under}"))
    elif act == "remove":
        new = editing.remove(policy, place, word(f"{name}: taken out, it is no criterion"))
    elif act == "add":
        words = posted(request, "words", 4_000)
        asks = editing.test_of(kind or "other", slots)
        document = next((d for d in tour.case.documents if d.source.id == policy.source), None)
        if document is None:
            raise InputError("the policy is not in the case any more", hint="Add it again.")
        said = f"added under {name}: \u201c{' '.join(words.split())[:160]}\u201d"
        new = editing.add(policy, place, words, asks, document, word(said))
    else:
        raise InputError("choose what to change", hint="Open the page again.")
    acts.change(matter, by, policy, new)


def _row(place: str, node: Criterion, case: Case, token: str) -> Row:
    depth = min(place.count(".") + 1, 5) if place else 0
    if isinstance(node, Requirement):
        at = passage(node.quote, case, token) if node.quote else None
        words = f"{node.label} {' '.join(node.text.split())}".strip()
        return Row(place, depth, words, group=False, says=tests.read_as(node.asks), at=at)
    how = tests.how(node)
    says = f"at least {getattr(node, 'n', 1)} of these" if how == "some" else dict(tests.JOINS)[how]
    first = f"the group that begins \u201c{' '.join(_first(node).split())[:50]}\u201d"
    name = f"{node.label} {' '.join(node.text.split())[:120]}".strip() or ("All the criteria" if not place else first)
    return Row(place, depth, name, group=True, says=says)


def _first(node: Criterion) -> str:
    return next(iter(requirements(node))).text


def _policy(tour: Tour) -> Policy:
    if tour.policy is None or tour.policy.root is None:
        raise Http404("there is no policy yet")
    return tour.policy
