"""References are compared with an index only where one is named: here a server with recorded shapes of three."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from wellfounded.cli import main
from wellfounded.packs import shipped
from wellfounded.packs.schema.reference import ReferencePack

ID = "aasm/pap-2019"
SETID = "0a1b2c3d-1111-2222-3333-444455556666"
PAP = next((id_, pack) for id_, pack in shipped().all(ReferencePack) if pack.identifier.pmid and pack.identifier.doi)


def summary(**changes):
    pack = PAP[1]
    one = {
        "uid": pack.identifier.pmid,
        "title": f"{pack.title}.",
        "pubdate": f"{pack.year} Feb 15",
        "pubtype": ["Journal Article"],
        "articleids": [{"idtype": "doi", "value": pack.identifier.doi}],
        "references": [],
    }
    return {"result": {"uids": [pack.identifier.pmid], pack.identifier.pmid: one | changes}}


def work(**changes):
    pack = PAP[1]
    one = {"DOI": pack.identifier.doi, "title": [pack.title], "issued": {"date-parts": [[pack.year, 2, 15]]}}
    return {"status": "ok", "message": one | changes}


@contextmanager
def serving(answer, status=200):
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            raw = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


def test_without_an_index_nothing_is_asked_of_anybody(capsys):
    assert main(["references"]) == 0
    assert len(capsys.readouterr().out.splitlines()) >= 60


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("index", "answer", "says"),
    [
        ("pubmed", summary(), ""),
        ("pubmed", summary(pubtype=["Journal Article", "Retracted Publication"]), "retracted"),
        ("pubmed", summary(title="Something else entirely about cholesterol"), "another title"),
        ("pubmed", summary(pubdate="1999"), "the year 1999"),
        ("pubmed", summary(articleids=[{"idtype": "doi", "value": "10.1/x"}]), "another DOI"),
        ("pubmed", summary(references=[{"reftype": "Update in", "refsource": "J Sleep 2025"}]), "a newer one"),
        ("pubmed", {"result": {}}, "knows no pmid"),
        ("crossref", work(), ""),
        ("crossref", work(**{"updated-by": [{"type": "retraction", "DOI": "10.1/r"}]}), "retracted"),
        ("crossref", work(**{"updated-by": [{"type": "new_version", "DOI": "10.1/n"}]}), "a newer one"),
        ("crossref", {"status": "failed"}, "knows no doi"),
    ],
)
def test_what_an_index_says_otherwise_is_told(capsys, index, answer, says):
    with serving(answer) as (url, asked):
        code = main(["references", PAP[0], f"--{index}", url])
    out = capsys.readouterr().out
    assert len(asked) == 1
    assert code == (1 if says else 0)
    assert says in out
    assert bool(says) == ("    ! " in out)


@pytest.mark.enable_socket
@pytest.mark.parametrize(("answer", "status"), [(b"<html>", 200), (b"[]", 200), (b"{}", 503), (b"{}", 429)])
def test_an_index_that_is_down_or_talks_nonsense_changes_nothing(capsys, answer, status):
    with serving(answer, status) as (url, _):
        assert main(["references", PAP[0], "--pubmed", url]) == 0
    assert "pubmed" in capsys.readouterr().out


@pytest.mark.enable_socket
def test_a_label_with_a_newer_version_is_to_be_read_again(tmp_path, capsys):
    folder = tmp_path / "reference" / "fda"
    folder.mkdir(parents=True)
    (folder / "label-x.yaml").write_text(
        "type: label\norganization: U.S. Food and Drug Administration\ntitle: Sample label\nyear: 2021\n"
        f"identifier: {{number: {SETID}}}\nparaphrase: listed the dose\n"
        "supports: {agents: [sampledrug]}\nas_of: 2026-11-24\n"
    )
    row = {"setid": SETID, "title": "SAMPLE", "spl_version": 7, "published_date": "Mar 03, 2025"}
    with serving({"data": [row]}) as (url, asked):
        code = main(["references", "fda/label-x", "--dailymed", url, "--packs", str(tmp_path)])
    assert code == 1
    assert "label of 2025" in capsys.readouterr().out
    assert asked == [f"/spls.json?setid={SETID}"]


def test_an_unknown_reference_is_named(capsys):
    assert main(["references", "nobody/nothing"]) == 65
    assert "nobody/nothing" in capsys.readouterr().err


def test_at_least_sixty_references_over_twelve_specialties_were_read_at_their_source():
    held = [pack for _, pack in shipped().all(ReferencePack)]
    usable = [pack for pack in held if pack.verified and not pack.retracted and pack.superseded_by is None]
    assert len(usable) >= 60
    assert len({pack.specialty for pack in usable}) >= 12
