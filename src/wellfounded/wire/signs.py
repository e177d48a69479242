"""The first bytes by which formats that are text themselves are known; no format's library is loaded to ask."""

import re

HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?[^\r\n]*\r?\n")
POSTAL = re.compile(rb"(?mi)^(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To|Content-Type|X-Mailer):")
INTERCHANGE = re.compile(rb"ISA[^A-Za-z0-9\s].{2}[^A-Za-z0-9]")
HTML = re.compile(rb"(?i)<!doctype html|<html|<body|<table|<div|<p[ >]")


def is_fhir(head: bytes) -> bool:
    """Say whether the first bytes are a FHIR resource in JSON, or the first of many, one a line."""
    return head.startswith(b"{") and b'"resourceType"' in head


def is_x12(head: bytes) -> bool:
    """Say whether the first bytes are an interchange header."""
    return INTERCHANGE.match(head) is not None


def is_ccda(head: bytes) -> bool:
    """Say whether the first bytes are a clinical document in XML."""
    return b"<ClinicalDocument" in head or b":ClinicalDocument" in head


def is_email(head: bytes) -> bool:
    """Say whether the first bytes are a message: a header line first, and one that only mail programs write."""
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0] + b"\n"
    return HEADER.match(top) is not None and POSTAL.search(top) is not None


def is_html(head: bytes) -> bool:
    """Say whether the first bytes are a page of HTML."""
    return head.startswith(b"<") and HTML.search(head) is not None
