"""The rules' test of a requirement and the chosen kind, together: which of the two is believed."""

from collections.abc import Mapping
from dataclasses import replace

from wellfounded.criteria.learned.kinds import kinds
from wellfounded.criteria.tests import Words
from wellfounded.criteria.tests._given import FALSE, given
from wellfounded.model.asks import Test, Threshold
from wellfounded.model.criteria import Criterion, Not, Requirement

_SURE = 0.4  # how likely another kind must be
_SURE_OF_NUMBER = 0.8  # the same, where the rules read a number against a bound that would be lost
_SURER = 1.5  # and how many times likelier than the rules' own
# A "no" in the words is lost in one of these: "no dementia" would ask for dementia.
_TURNED = frozenset({"diagnosis", "severity", "procedure", "imaging", "place", "prescriber", "attestation"})


def typed(words: Words, rule: Test) -> Test:
    """Give the rules' test, or one of another kind where labelled policies say that it is far likelier."""
    found = kinds(words, rule.kind)
    if FALSE.search(words.text) and rule.kind not in _TURNED:
        found = {kind: sure for kind, sure in found.items() if kind not in _TURNED}
    best = max(found, key=lambda kind: (found[kind], kind), default=rule.kind)
    if best == rule.kind or found[best] < max(_SURE, _SURER * found.get(rule.kind, 0.0)):
        return rule
    test = given(best, words) or rule
    lost = isinstance(rule, Threshold) and not isinstance(test, Threshold)
    return rule if lost and found[best] < _SURE_OF_NUMBER else test


def retyped(node: Criterion, said: Mapping[str, Words]) -> Criterion:
    """Type every requirement under *node* anew; *said* holds the words of each by its id."""
    if isinstance(node, Requirement):
        words = said.get(node.id)
        return replace(node, asks=typed(words, node.asks)) if words else node
    if isinstance(node, Not):
        return replace(node, of=retyped(node.of, said))
    return replace(node, of=tuple(retyped(part, said) for part in node.of))
