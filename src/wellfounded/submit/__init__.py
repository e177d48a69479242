"""Out of the door, once: one channel per route, one send per key."""

from wellfounded.errors import DeliveryRefused
from wellfounded.model.packet import Packet, Post, Receipt, Route
from wellfounded.plugin import modules

__all__ = ["submit"]


def submit(packet: Packet, route: Route, post: Post) -> Receipt:
    """Send *packet* by the one channel that reaches *route*, through *post*, the one way bytes leave.

    The packet's own id is the idempotency key, so sending twice is sending once. Raises DeliveryRefused (a person must
    act), DeliveryDeferred (retry with the same key) or DeliveryUnknown (reconcile, never resend).
    """
    for channel in modules("wellfounded.submit.channels", "KIND", "send"):
        if route.kind == channel.KIND:
            receipt: Receipt = channel.send(packet, route, post)
            return receipt
    raise DeliveryRefused(f"no channel reaches a route of kind {route.kind}", hint="Print the packet and mail it.")
