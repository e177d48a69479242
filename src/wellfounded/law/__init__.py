"""Room 2: who must listen, and by when."""

from wellfounded.law.applies import applies
from wellfounded.law.deadlines import deadlines
from wellfounded.law.questions import questions
from wellfounded.law.rights import rights
from wellfounded.law.routes import routes

__all__ = ["applies", "deadlines", "questions", "rights", "routes"]
