"""The picture of the line of time as PNG, set by the engine that sets the letters."""

from typing import cast

_SOURCE = (
    b"#set page(width: auto, height: auto, margin: 8pt)\n"
    b'#image(bytes(sys.inputs.svg), format: "svg", alt: "Treatments and values over time", width: 26cm)\n'
)


def png(picture: str, *, ppi: float = 144) -> bytes:
    """Give the SVG *picture* as PNG at *ppi* pixels an inch; the same bytes each time."""
    import typst  # noqa: PLC0415 - 40 ms, wanted only where a picture is made

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    made = typst.Compiler(font_paths=fonts).compile(_SOURCE, format="png", ppi=ppi, sys_inputs={"svg": picture})
    return cast("bytes", made)
