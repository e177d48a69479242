"""One means of reaching a payer per file: `KIND` and `send(packet, route, post) -> Receipt`."""
