"""What every request passes: the desk's key, the person, safe headers, and errors that say nothing of a case."""

import logging
import secrets
import sys
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from wellfounded.clinic import spanish
from wellfounded.clinic.acts import people
from wellfounded.errors import StorageError, WellfoundedError

Answer = Callable[[HttpRequest], HttpResponse]

LOG = logging.getLogger("wellfounded.desk")
YEAR = 365 * 24 * 3600
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)


def headers(answer: Answer) -> Answer:
    """Keep pages out of every cache and let them load nothing from elsewhere."""

    def guarded(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not request.path.startswith("/static/"):
            response.headers["Cache-Control"] = "no-store"
        return response

    return guarded


def key(answer: Answer) -> Answer:
    """Let in who holds the desk's key: another person's login on this computer can reach the port, but not the key."""

    def guarded(request: HttpRequest) -> HttpResponse:
        given = request.GET.get("key", "")
        if given and secrets.compare_digest(given.encode(), settings.WELLFOUNDED_KEY.encode()):
            opened = HttpResponseRedirect(request.path)
            opened.set_cookie(settings.WELLFOUNDED_COOKIE, given, max_age=YEAR, httponly=True, samesite="Strict")
            return opened
        held = request.COOKIES.get(settings.WELLFOUNDED_COOKIE, "")
        if not secrets.compare_digest(held.encode(), settings.WELLFOUNDED_KEY.encode()):
            return HttpResponse(LOCKED, status=403)
        return answer(request)

    return guarded


def person(answer: Answer) -> Answer:
    """Say who acts: on a desk of one, its owner."""

    def guarded(request: HttpRequest) -> HttpResponse:
        request.user = people.owner()
        return answer(request)

    return guarded


def spoken(answer: Answer) -> Answer:
    """Give the pages in the language the person chose."""

    def guarded(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        html = response.headers.get("Content-Type", "").startswith("text/html") and not response.streaming
        if html and getattr(request.user, "language", "en") == "es":
            response.content = spanish.page(response.content.decode()).encode()
        return response

    return guarded


def errors(answer: Answer) -> Any:  # noqa: ANN401 - a class with a hook that Django asks for
    """Answer an error raised on purpose with its own words, and any other with none of a case's."""

    class Guarded:
        def __call__(self, request: HttpRequest) -> HttpResponse:
            return answer(request)

        def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
            if isinstance(error, WellfoundedError):
                status = 507 if isinstance(error, StorageError) else 422
                return said(request, str(error), error.hint, status)
            if error.__class__.__name__ in {"Http404", "PermissionDenied", "SuspiciousOperation"}:
                return None
            return told(request, error)

    return Guarded()


def told(request: HttpRequest, error: BaseException | None) -> HttpResponse:
    """Answer an error nobody raised on purpose; the log names its kind and the page, and nothing else."""
    LOG.error("%s in %s", type(error).__name__, getattr(request.resolver_match, "view_name", "a page"))
    if isinstance(error, OSError | OperationalError) and not isinstance(error, ConnectionError):
        return said(request, "The disk did not take this.", "Make room on it, then do it again.", 507)
    return said(request, f"The desk made an error ({type(error).__name__}).", "What you kept is safe.", 500)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer an error that rose before any page was reached, as where the disk fills while a file comes in."""
    return told(request, sys.exc_info()[1])


def said(request: HttpRequest, message: str, hint: str, status: int) -> HttpResponse:
    """Show one error in plain words: as a line where part of a page was asked for, else as a page."""
    _drain(request)
    part = "desk/parts/error.html" if request.headers.get("HX-Request") else "desk/error.html"
    context = {"message": f"{message[:1].upper()}{message[1:]}", "hint": hint}
    response = render(request, part, context, status=status)
    if part.startswith("desk/parts"):
        response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "#told", "innerHTML"
    return response


def _drain(request: HttpRequest) -> None:
    """Take in what is left of a body: a browser that is still sending would not read the answer."""
    body = request.META.get("wsgi.input")
    while body is not None and body.read(1 << 16):
        pass


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that did not come from a page of this desk."""
    del reason
    return said(request, "This form did not come from a page of this desk.", "Open the page again and repeat it.", 403)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer an address that leads to nothing, or to a case of somebody else."""
    del exception
    return said(request, "There is nothing at this address.", "Begin at today\u2019s page.", 404)


def malformed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that no page of the desk makes."""
    del exception
    return said(request, "The desk does not understand this request.", "Send fewer or smaller files at once.", 400)


def shown(request: HttpRequest) -> dict[str, Any]:
    """Give every page the person, who is also the one the words are chosen for."""
    return {"me": getattr(request, "user", None)}


LOCKED = (
    "<!doctype html><html lang='en'><meta charset='utf-8'><title>The desk is locked</title><main>"
    "<h1>The desk is locked</h1><p>Open it with the address that <code>wellfounded serve</code> prints: it carries the "
    "key of this desk. After that this browser remembers it.</p></main></html>"
)
