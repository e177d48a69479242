"""A bound picture in the packet's tags, so that a screen reader says what it is."""

from pikepdf import Array, Dictionary, Name, NumberTree, Page, Pdf


def name(packet: Pdf, page: Page, words: str) -> None:
    """Let the figure on *page* (its marked content 0) be called *words*; a packet without tags stays without."""
    root = packet.Root.get("/StructTreeRoot")
    if root is None:
        return
    top = root.K[0] if isinstance(root.K, Array) else root.K
    figure = packet.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Figure, P=top, Pg=page.obj, Alt=words, K=Array([0]))
    )
    top.K.append(figure)
    number = int(root.ParentTreeNextKey)
    NumberTree(root.ParentTree)[number] = packet.make_indirect(Array([figure]))
    root.ParentTreeNextKey, page.obj.StructParents = number + 1, number
