"""Traces, metrics and log lines; nothing is sent, at next to no cost, until an endpoint is set."""

from gateway.settings import Settings
from gateway.telemetry import names
from gateway.telemetry.logs import start_logging
from gateway.telemetry.traces import RequestTrace, Telemetry, trace_id

__all__ = ["RequestTrace", "Telemetry", "names", "start", "start_logging", "trace_id"]


def start(settings: Settings) -> Telemetry:
    """The telemetry of this process; call `close()` on it before the process ends."""
    if settings.otlp_endpoint is None:
        return Telemetry()
    from gateway.telemetry.export import Export

    return Telemetry(Export(settings))
