"""The command line: one file per command, imported only when it is called."""

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from wellfounded.errors import StorageError, WellfoundedError

# What `wellfounded --help` says; a test holds each line equal to its file's opening sentence.
COMMANDS = {
    "new": "Make a case folder, empty or filled with what a payer's letter says.",
    "run": "Walk a case through every room: analysis, deadlines, letter, problems and packet.",
    "read": "Read documents and say what each one states, with the line it came from.",
    "chart": "Read a chart and say what it shows: diagnoses, treatment trials, scores, function.",
    "criteria": "Read a coverage policy as a tree of requirements.",
    "match": "Decide each requirement of the policy over the chart: met, not met or unknown.",
    "deadlines": "Say who must act by when, under which rule.",
    "needed": "Say whether a letter is needed at all, which kind, and why.",
    "check": "Check a letter, ours or anyone's, with or without its case.",
    "audit": "Check a folder of letters, each alone and beside all others: problems, cloned text, others' details.",
    "adopt": "Take an edited letter back: what is unchanged keeps its basis, what is new must find one or a signer.",
    "why": "Show what one sentence of a letter rests on.",
    "show": "Draw the pages of a document with a box round every passage that was read.",
    "packet": "Bind a letter with its forms and exhibits as one PDF, as it goes out.",
    "stale": "Name the sentences of a letter whose sources or packs have changed.",
    "serve": "Serve the desk: a web application on this computer alone, from a denial to a signed packet.",
    "backup": "Write a copy of a desk to one file, sealed by a passphrase unless told otherwise.",
    "restore": "Put a copy of a desk back into a new folder.",
    "references": "List the references a letter may cite, and compare them with an index where one is named.",
    "packs": "List the packs of law, policies, letters, references and agents, with their hashes.",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; see wellfounded.errors for the codes."""
    if argv is None:
        gc.disable()  # a command ends before it would run out of memory; to look for cycles is a tenth of its time
    try:
        return _command(list(sys.argv[1:] if argv is None else argv))
    except WellfoundedError as error:
        print(f"wellfounded: {_one_line(str(error))}", file=sys.stderr)
        if error.hint:
            print(f"  {error.hint}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; there is nobody to tell
        return 0
    except KeyboardInterrupt:
        print("wellfounded: stopped; nothing was half-written", file=sys.stderr)
        return 130
    except OSError as error:
        print(f"wellfounded: {error.filename or 'the disk'}: {error.strerror}", file=sys.stderr)
        return StorageError.exit_code


def _one_line(words: str) -> str:
    """Give a message with what no line can show in escapes: a file may have a line feed in its name."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in words)


def _command(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="wellfounded", description="A letter is the print-out of a proof.")
    parser.add_argument("--version", action="store_true", help="print the version and stop")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    named = next((word for word in words if not word.startswith("-")), "")
    module: ModuleType | None = None
    for name, line in COMMANDS.items():
        command = commands.add_parser(name, help=line, description=line)
        if name == named:
            from wellfounded.cli import _patterns  # noqa: PLC0415 - 20 ms that `--help` saves

            _patterns.use()
            module = import_module(f"wellfounded.cli.{name}")
            module.arguments(command)
    options = parser.parse_args(words)
    if options.version:
        return _version()
    if module is None:
        parser.print_help()
        return 2
    code: int = module.run(options)
    return code


def _version() -> int:
    from importlib.metadata import version  # noqa: PLC0415 - 20 ms that every other command saves

    print(f"wellfounded {version('wellfounded')}")
    return 0
