"""Compiled or not, a pack says the same in the same order."""

from wellfounded.packs import index


def test_a_pack_has_its_names_in_one_order_compiled_or_not(tmp_path):
    for root in (tmp_path / "plain", tmp_path / "compiled"):
        (root / "law").mkdir(parents=True)
        (root / "law" / "x.yaml").write_text("b: 1\na: 2\n")
    index.build(tmp_path / "compiled", "law")
    assert [list(index.raw(tmp_path / name, "law")["x"]) for name in ("plain", "compiled")] == [["a", "b"], ["a", "b"]]
