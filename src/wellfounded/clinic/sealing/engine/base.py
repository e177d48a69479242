"""The connection and cursor Django asks an engine for; all else is its own SQLite engine's."""

import datetime as dt
import decimal
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.backends.sqlite3 import base
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2 as Database  # noqa: N812 - the name Django looks for

for kind, reads in (
    ("bool", b"1".__eq__),
    ("date", base.decoder(parse_date)),
    ("time", base.decoder(parse_time)),
    ("datetime", base.decoder(parse_datetime)),
    ("timestamp", base.decoder(parse_datetime)),
):
    Database.register_converter(kind, reads)
Database.register_adapter(decimal.Decimal, str)
Database.register_adapter(dt.date, base.adapt_date)
Database.register_adapter(dt.datetime, base.adapt_datetime)


class Cursor(Database.Cursor):  # type: ignore[misc]  # SQLCipher's module has no types
    """Turns Django's placeholders into SQLite's, as Django's own cursor does."""

    def execute(self, query: str, params: Any = None) -> Any:  # noqa: ANN401 - as Django's own cursor
        """Run one statement."""
        if params is None:
            return super().execute(query)
        return super().execute(_marked(query, params), params)

    def executemany(self, query: str, params: Iterable[Any]) -> Any:  # noqa: ANN401 - as above
        """Run one statement for each of *params*."""
        held = list(params)
        return super().executemany(_marked(query, held[0]) if held else query, held)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that gives its key before anything else."""

    Database = Database

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:  # noqa: ANN401 - as the engine of Django
        """Connect with the key among the options: 64 hexadecimal digits, so that none is derived a second time."""
        held = dict(conn_params)
        key = held.pop("key")
        made = Database.connect(**held)
        made.execute(f"PRAGMA key = \"x'{key}'\"")
        base.register_functions(made)  # type: ignore[attr-defined]  # the stubs leave it out, and the commands below
        made.execute("PRAGMA foreign_keys = ON")
        made.execute("PRAGMA legacy_alter_table = OFF")
        for command in self.init_commands:  # type: ignore[attr-defined]  # as above
            if command.strip():
                made.execute(command)
        return made

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ANN401 - as above
        """Give a cursor; *name* is of engines that have named ones."""
        del name
        return self.connection.cursor(factory=Cursor)


def _marked(query: str, params: Any) -> str:  # noqa: ANN401 - a mapping or a sequence
    names = list(params) if isinstance(params, Mapping) else None
    marked: str = base.SQLiteCursorWrapper.convert_query(None, query, param_names=names)  # type: ignore[arg-type]  # it asks nothing of its cursor
    return marked
