"""The bytes of a paper of a case."""

from pathlib import Path

from wellfounded import read
from wellfounded.errors import StorageError
from wellfounded.model.document import Document


def data(folder: Path, document: Document) -> bytes:
    """Give a document's bytes, also of one that lies inside another file; raises StorageError."""
    path = folder / document.source.path
    try:
        if path.is_file():
            return path.read_bytes()
        holder = next(parent for parent in path.parents if parent.is_file())
        return read.attached(holder.read_bytes(), path.relative_to(holder).as_posix())
    except (OSError, StopIteration) as error:
        raise StorageError("a paper of this case is not in its folder any more", hint="Put it back.") from error
