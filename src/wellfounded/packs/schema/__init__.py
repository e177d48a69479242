"""The shape of each kind of pack, one kind a file; each offers `KIND` and `PACK`, a msgspec Struct."""
