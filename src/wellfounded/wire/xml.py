"""XML from strangers: no document type, so no entity can grow; names without their namespaces."""

from base64 import b64decode
from binascii import Error as BinasciiError
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from wellfounded.errors import UnreadableDocument

AGAIN = "Export it again from the program that wrote it."


def parse(data: bytes) -> Element:
    """Give the root element, tags and attributes by their local names.

    Raises UnreadableDocument where the XML is malformed or declares a document type (billion laughs, external files).
    """
    builder, local = TreeBuilder(), _Local()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True

    def start(tag: str, attributes: dict[str, str]) -> None:
        builder.start(local[tag], {local[name]: value for name, value in attributes.items()})

    def end(tag: str) -> None:
        builder.end(local[tag])

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- the C signature
    except (expat.ExpatError, LookupError, ValueError) as error:
        place = f" at line {error.lineno}" if isinstance(error, expat.ExpatError) else ""
        raise UnreadableDocument(f"the XML is malformed{place}", hint=AGAIN) from None
    return builder.close()


def _refuse(*_: object) -> None:
    raise UnreadableDocument("the XML declares a document type, which is refused", hint=AGAIN)


class _Local(dict[str, str]):
    """Names without their namespaces, each cut once: a Word file has 10,000 names of styles, 60 of them different."""

    def __missing__(self, name: str) -> str:
        self[name] = name.rpartition("}")[2]
        return self[name]


def words(element: Element) -> str:
    """Give all the text under *element* with white space made single."""
    return " ".join("".join(element.itertext()).split())


def unpacked(text: str) -> bytes:
    """Give the bytes of base64 text; raises UnreadableDocument where it is not that."""
    try:
        return b64decode("".join(text.split()), validate=True)
    except (BinasciiError, ValueError):
        raise UnreadableDocument("a file inside the XML is damaged", hint=AGAIN) from None
