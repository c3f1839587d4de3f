"""Mail out of the program: the outbox, the letters, the way to the mail server."""

from gateway.mail.outbox import Sent, send_waiting
from gateway.mail.relay import Relay, RelaySettings, relay_of

__all__ = ["Relay", "RelaySettings", "Sent", "relay_of", "send_waiting"]
