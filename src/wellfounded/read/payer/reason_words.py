"""The words of each reason to refuse care: the strong ones name it, the weak ones count where no strong one stands."""

from wellfounded.model.determination import ReasonKind
from wellfounded.read.payer.phrases import phrases
from wellfounded.read.payer.reason_administrative import ADMINISTRATIVE
from wellfounded.read.payer.reason_clinical import CLINICAL
from wellfounded.read.payer.reason_parts import PARTS

STRONG = CLINICAL | ADMINISTRATIVE
WEAK = {
    ReasonKind.NOT_MEDICALLY_NECESSARY: phrases(
        """
        {not} ~6 (meet|meets|met|satisf(y|ies|ied)|fulfil*) ~10 (criteria|criterion|guidelines?|requirements?
            |policy|standards?|conditions|definition)
        (criteria|criterion|guidelines?|requirements?) ~12 ({not} ~3 (met|satisf*|fulfil*|shown)|unmet)
        {not} ~3 (appropriate|needed|indicated|justified|warranted|recommended|required for|necessary)
        {not} ~3 support(s|ed)?
        (nicht|keine?) ~6 (notwendig|erforderlich|nachvollziehbar|begr(ü|ue)ndet|erf(ü|ue)llt)
            | voraussetzungen ~10 nicht
        """,
        **PARTS,
    ),
    ReasonKind.FREQUENCY_OR_LEVEL: phrases(  # part of a count is refused, and no other ground is named
        """
        (den(y|ied|ying)|{not} ~3 (approve|certify|authori[sz]e|cover|approved|certified|authori[sz]ed|covered)
            |reduc*) ~3 (\\d+|other|remaining|additional|extra|further|rest of) ~3 (hours|visits|sessions|days|units)
        {not} ~3 (approve|certify|authori[sz]e|cover) ~1 (hours|visits|sessions|days|units) \\d+
        """,
        **PARTS,
    ),
    ReasonKind.MISSING_INFORMATION: phrases(
        "{not} ~3 (receive|provide|submit|send|include|sent|provided|submitted|received|included|contain)(s|d|ed)? "
        "~6 {records}",
        **PARTS,
    ),
    ReasonKind.NO_PRIOR_AUTHORIZATION: phrases("(requires?|needs?|subject to) ~1 {auth}", **PARTS),
    ReasonKind.NOT_COVERED_BENEFIT: phrases(
        "{not} ~3 (covered|payable|eligible|reimbursable|a benefit) | not allowed under", **PARTS
    ),
}
