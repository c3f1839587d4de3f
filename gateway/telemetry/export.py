"""Traces and metrics sent by OTLP over HTTP; imported only where an endpoint is set."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from contextvars import Token

from opentelemetry import context, trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.sampling import ParentBased, TraceIdRatioBased
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from gateway.settings import Settings
from gateway.telemetry import names
from gateway.telemetry.names import Attribute, Metric, Span


def _texts(facts: Mapping[Attribute, str]) -> dict[str, str]:
    return {attribute.text: value for attribute, value in facts.items()}


class OpenSpan:
    """A span that is the current one until it ends."""

    def __init__(self, span: trace.Span, mark: "Token[Context]") -> None:
        self._span, self._mark = span, mark

    @property
    def trace_id(self) -> str:
        """32 hexadecimal digits; valid whether or not the trace is among those recorded."""
        return trace.format_trace_id(self._span.get_span_context().trace_id)

    def end(self, facts: Mapping[Attribute, str]) -> None:
        """Close it with what is known about it now."""
        context.detach(self._mark)
        self._span.set_attributes(_texts(facts))
        if names.ERROR_TYPE in facts:
            self._span.set_status(trace.StatusCode.ERROR)
        self._span.end()


class Export:
    """The two providers of this process; threads of their own send what they collect."""

    def __init__(self, settings: Settings) -> None:
        base = (settings.otlp_endpoint or "").rstrip("/")
        headers = _headers(settings)
        resource = Resource.create({"service.name": settings.service_name})
        self._traces = TracerProvider(
            resource=resource, sampler=ParentBased(TraceIdRatioBased(settings.trace_share))
        )
        spans = OTLPSpanExporter(endpoint=f"{base}/v1/traces", headers=headers)
        self._traces.add_span_processor(BatchSpanProcessor(spans))
        metrics = OTLPMetricExporter(endpoint=f"{base}/v1/metrics", headers=headers)
        self._metrics = MeterProvider([PeriodicExportingMetricReader(metrics)], resource=resource)
        self._tracer = self._traces.get_tracer("congtam")
        meter = self._metrics.get_meter("congtam")
        counted = (names.DEEDS, names.STALE_REACH, names.TOKENS_REJECTED)
        self._counters = {
            metric: meter.create_counter(metric.text, metric.unit, metric.meaning)
            for metric in counted
        }
        self._durations = {
            metric: meter.create_histogram(metric.text, metric.unit, metric.meaning)
            for metric in (names.REQUEST_DURATION,)
        }

    def begin(self, span: Span, traceparent: str | None) -> OpenSpan:
        """Start a request's span, under the caller's trace where its header names one."""
        caller = TraceContextTextMapPropagator().extract({"traceparent": traceparent or ""})
        kind = trace.SpanKind.SERVER
        opened = self._tracer.start_span(span.text, context=caller, kind=kind)
        return OpenSpan(opened, context.attach(trace.set_span_in_context(opened)))

    def step(self, span: Span, facts: Mapping[Attribute, str]) -> AbstractContextManager[object]:
        """A span beneath the current one; an exception marks it without leaving its text."""
        return self._tracer.start_as_current_span(
            span.text,
            attributes=_texts(facts),
            record_exception=False,
            set_status_on_exception=False,
        )

    def count(self, metric: Metric, facts: Mapping[Attribute, str]) -> None:
        """Add one to a counter."""
        self._counters[metric].add(1, _texts(facts))

    def measure(self, metric: Metric, value: float, facts: Mapping[Attribute, str]) -> None:
        """Record a measured value, in the metric's unit."""
        self._durations[metric].record(value, _texts(facts))

    def close(self) -> None:
        """Send what is left and end the sending threads."""
        self._traces.shutdown()
        self._metrics.shutdown()


def _headers(settings: Settings) -> dict[str, str]:
    """`name=value,name=value`, as the OTLP specification writes headers in the environment."""
    text = settings.otlp_headers.get_secret_value() if settings.otlp_headers else ""
    pairs = (part.partition("=") for part in text.split(",") if "=" in part)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}
