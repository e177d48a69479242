"""Serve a desk on the loopback interface: one process of threads, and the reading processes it starts."""

import contextlib
import ctypes
import gc
import json
import os
import socket
import sys
import threading
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from wellfounded.clinic.place import Place
from wellfounded.clinic.settings import configure
from wellfounded.errors import InputError, StorageError, WellfoundedError

IDLE = 0.3  # seconds between walks nobody asked for
ARENAS = -8  # M_ARENA_MAX of mallopt: one heap for all threads keeps 20 MB that each of them would hold on to
CANNOT = 4  # how a worker that cannot load ends, by which gunicorn knows not to start another
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def ready(place: Place, on: date | None = None) -> Any:  # noqa: ANN401 - a WSGI application has no narrower name
    """Make the database and samples of a prepared desk ready; gives the application to serve. Raises StorageError."""
    configure(place, on)
    from django.core.management import call_command  # noqa: PLC0415 - Django only once it is set up
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 - as above
    from django.db import DatabaseError  # noqa: PLC0415 - as above

    new = not place.database.is_file()
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError:
        raise StorageError(
            f"{place.database} cannot be used: it is damaged, or the disk is full", hint="Make room, or restore a copy."
        ) from None
    from wellfounded.clinic.acts import outbox, people, samples  # noqa: PLC0415 - as above

    outbox.recover()
    if new:
        samples.fill(people.owner())
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
    place.prepare()
    heard, tells = os.pipe()
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
                "loglevel": "critical",
                "post_worker_init": opened,
                "control_socket_disable": True,
            }
            for name, value in settings.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Any:  # noqa: ANN401 - as above
            """Give the application: made in the process that serves, so that the one over it stays small."""
            try:
                return ready(place, on)
            except WellfoundedError as error:
                os.write(tells, json.dumps([str(error), error.hint]).encode())
                sys.exit(CANNOT)

    def opened(worker: Any) -> None:  # noqa: ANN401 - gunicorn has no types
        gc.enable()  # the commands turn it off, for they end; a desk does not
        gc.freeze()
        with contextlib.suppress(OSError, AttributeError):  # another C library than GNU's
            ctypes.CDLL(None).mallopt(ARENAS, 1)
        if worker.age == 1:  # another takes over where the first was killed, and nobody need be told
            told(address(port, place))
        warm()

    ours = os.getpid()
    try:
        Desk().run()
    except SystemExit as end:
        if os.getpid() != ours or end.code != CANNOT:
            raise
        why, hint = json.loads(os.read(heard, 1 << 16))
        raise StorageError(why, hint=hint) from None
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
