"""The contract every channel signs by being in the folder."""

from datetime import UTC, datetime

import pytest

from wellfounded.errors import DeliveryDeferred, DeliveryRefused, DeliveryUnknown
from wellfounded.model.packet import Packet, Reply, Route
from wellfounded.plugin import modules
from wellfounded.submit import submit

CHANNELS = modules("wellfounded.submit.channels", "KIND", "send")
PACKET = Packet("p1", b"%PDF", (), 1)
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


@pytest.fixture(params=CHANNELS, ids=lambda channel: channel.KIND)
def send(request):
    def send(status):
        seen = []

        def post(address, body, *, key):
            seen.append((address, body, key))
            return Reply(status, "t", NOON)

        return seen, submit(PACKET, Route(request.param.KIND, "x"), post)

    return send


def test_the_packet_id_is_the_key(send):
    seen, receipt = send(200)
    assert seen == [("x", b"%PDF", "p1")]
    assert receipt.trace == "t"


@pytest.mark.parametrize(
    ("status", "error"),
    [(422, DeliveryRefused), (503, DeliveryDeferred), (429, DeliveryDeferred), (500, DeliveryUnknown)],
)
def test_failures_say_what_is_known(send, status, error):
    with pytest.raises(error):
        send(status)


def test_a_route_nobody_reaches_is_refused():
    with pytest.raises(DeliveryRefused, match="pigeon"):
        submit(PACKET, Route("pigeon", "x"), lambda *_, **__: None)
