"""The reference pages are the code's own words."""

import subprocess
import sys


def test_no_reference_page_has_drifted_from_the_code(root):
    done = subprocess.run(
        [sys.executable, "scripts/reference.py", "--check"], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert done.returncode == 0


def test_every_page_a_page_links_to_exists(root):
    import re  # noqa: PLC0415

    pages = [*(root / "docs").rglob("*.md"), root / "README.md", root / "CONTRIBUTING.md"]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text())]
    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []
