"""Characters that fonts and printers hide: symbol fonts' private codes, ligatures, soft hyphens."""

PRIVATE = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0E0: "→", 0xF0FC: "✓",
    0xF0A8: "☐", 0xF06F: "☐", 0xF071: "☐", 0xF072: "☐", 0xF0FE: "☑", 0xF0FD: "☒", 0xF078: "☒", 0xF052: "☑", 0xF053: "☒",
    0xF0B3: "≥", 0xF0A3: "≤", 0xF0B1: "±", 0xF0B0: "°", 0xF06D: "µ",
}  # fmt: skip
"""Codes of the symbol fonts of Windows (Wingdings, Symbol) that carry meaning on forms: bullets, boxes, comparators."""

TIDY: dict[int, str] = PRIVATE | {
    0x00AD: "", 0x0000: "", 0x200B: "", 0x2060: "", 0xFEFF: "",
    0xFFFE: "-", 0x0002: "-",  # what pdfium gives for a hyphen at a line's end
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip
"""For str.translate: what a PDF's characters are written as."""

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
