"""Serve a desk on the loopback interface: one process of threads, and the reading processes it starts."""

import contextlib
import os
import socket
import threading
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from wellfounded.clinic.place import Place
from wellfounded.clinic.settings import configure
from wellfounded.errors import InputError

IDLE = 0.3  # seconds between walks nobody asked for
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def ready(place: Place, on: date | None = None) -> Any:  # noqa: ANN401 - a WSGI application has no narrower name
    """Make the desk in *place* ready: its folder, database and samples; gives the application to serve."""
    place.prepare()
    configure(place, on)
    from django.core.management import call_command  # noqa: PLC0415 - Django only once it is set up
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 - as above
    from django.db import connections  # noqa: PLC0415 - as above

    new = not place.database.is_file()
    call_command("migrate", verbosity=0, interactive=False)
    from wellfounded.clinic.acts import outbox, people, samples  # noqa: PLC0415 - as above

    outbox.recover()
    if new:
        samples.fill(people.owner())
    connections.close_all()  # a connection is not taken along into the process that serves
    return get_wsgi_application()


def address(port: int, place: Place) -> str:
    """Give the address that opens the desk, with its key."""
    return f"http://127.0.0.1:{port}/?key={place.secret('desk.key')}"


def serve(
    place: Place, port: int, *, host: str = "127.0.0.1", on: date | None = None, told: Callable[[str], None]
) -> int:
    """Serve until stopped; *told* is given the address once it answers. Raises InputError for an open interface."""
    if host not in LOOPBACK:
        raise InputError(f"the desk serves this computer only, and {host} is seen by others", hint="Leave --host out.")
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError:
            raise InputError(
                f"port {port} is taken, perhaps by a desk that is open", hint="Give another --port."
            ) from None
    application = ready(place, on)
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415 - 100 ms, only where a desk is served

    class Desk(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
        def load_config(self) -> None:
            """Set what differs from gunicorn's own."""
            settings = {
                "bind": f"{host}:{port}",
                "worker_class": "gthread",
                "workers": 1,
                "threads": 8,
                "timeout": 0,
                "graceful_timeout": 1,  # nothing acknowledged is in memory only
                "accesslog": None,
                "errorlog": "-",
                "loglevel": "error",
                "when_ready": lambda _: told(address(port, place)),
                "post_worker_init": lambda _: warm(),
                "control_socket_disable": True,
            }
            for name, value in settings.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Any:  # noqa: ANN401 - as above
            """Give the application, made before the worker was."""
            return application

    ours = os.getpid()
    try:
        Desk().run()
    finally:
        if os.getpid() == ours:  # a worker that ends passes here, too; the next one takes the desk over as it is
            place.close()
    return 0


def warm() -> None:
    """Read in the background what no list knows yet, so that the first page does not wait for it."""
    threading.Thread(target=_warm, name="warm", daemon=True).start()


def _warm() -> None:
    from wellfounded.clinic.acts import people, samples  # noqa: PLC0415 - Django is set up by now
    from wellfounded.clinic.reading import walking  # noqa: PLC0415 - as above
    from wellfounded.clinic.reading.keeper import KEEPER  # noqa: PLC0415 - as above

    KEEPER.ready()
    person = people.owner()
    with contextlib.suppress(RuntimeError):  # the desk is closed meanwhile
        for matter in samples.stale(person):
            while KEEPER.busy():  # whoever waits at a page comes first
                time.sleep(IDLE)
            walking.ask(matter, person).result()
            time.sleep(IDLE)
