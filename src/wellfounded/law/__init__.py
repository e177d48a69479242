"""Room 2: who must listen, and by when."""

from wellfounded.law.applies import applies
from wellfounded.law.deadlines import deadlines
from wellfounded.law.ics import as_ics
from wellfounded.law.limits import limits
from wellfounded.law.questions import questions
from wellfounded.law.recoverable import recoverable
from wellfounded.law.rights import rights
from wellfounded.law.routes import routes
from wellfounded.law.saying import sentence, whose
from wellfounded.law.spending import spending
from wellfounded.law.stated import SINCE

__all__ = [
    "SINCE",
    "applies",
    "as_ics",
    "deadlines",
    "limits",
    "questions",
    "recoverable",
    "rights",
    "routes",
    "sentence",
    "spending",
    "whose",
]
