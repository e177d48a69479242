"""Fax, through an HTTP fax gateway."""

from http import HTTPStatus

from wellfounded.errors import DeliveryDeferred, DeliveryRefused, DeliveryUnknown
from wellfounded.model.packet import Packet, Post, Receipt, Route

KIND = "fax"

BUSY = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}


def send(packet: Packet, route: Route, post: Post) -> Receipt:
    """Dial once, and say plainly what is known afterwards."""
    reply = post(route.address, packet.body, key=packet.id)
    if reply.status in BUSY:
        raise DeliveryDeferred(f"fax {reply.trace}: busy", hint="Try again with the same packet.")
    if reply.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise DeliveryUnknown(f"fax {reply.trace}: {reply.status} after dialling", hint="Ask the payer; do not resend.")
    if reply.status >= HTTPStatus.BAD_REQUEST:
        raise DeliveryRefused(f"fax {reply.trace}: refused with {reply.status}", hint="Check the number on the notice.")
    return Receipt(packet.id, reply.trace, reply.at)
