"""Traces and metrics, received over HTTP as a collector receives them."""

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import (
    ExportMetricsServiceRequest,
)
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.metrics.v1.metrics_pb2 import Metric
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from gateway.settings import Settings
from gateway.telemetry import Telemetry, names, start, trace_id

ROOT = Path(__file__).parents[2]
CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


class Collector:
    """Keeps what is posted to it, as a collector's OTLP endpoint receives it."""

    def __init__(self) -> None:
        self.bodies: dict[str, list[bytes]] = {"/v1/traces": [], "/v1/metrics": []}
        self.headers: list[str | None] = []
        collector = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                collector.bodies[self.path].append(body)
                collector.headers.append(self.headers["x-collector-key"])
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Nothing on standard error."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    @property
    def settings(self) -> Settings:
        address = f"http://127.0.0.1:{self.server.server_port}"
        return Settings(otlp_endpoint=address, otlp_headers="X-Collector-Key=k1")

    @property
    def spans(self) -> dict[str, Span]:
        return {
            span.name: span
            for body in self.bodies["/v1/traces"]
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        }

    @property
    def metrics(self) -> dict[str, Metric]:
        return {
            metric.name: metric
            for body in self.bodies["/v1/metrics"]
            for resource in ExportMetricsServiceRequest.FromString(body).resource_metrics
            for scope in resource.scope_metrics
            for metric in scope.metrics
        }


@pytest.fixture
def collector() -> Iterator[Collector]:
    collector = Collector()
    thread = threading.Thread(target=collector.server.serve_forever, args=(0.05,))
    thread.start()
    yield collector
    collector.server.shutdown()
    thread.join()
    collector.server.server_close()


def said(span: Span) -> dict[str, str]:
    return {pair.key: pair.value.string_value for pair in span.attributes}


class TestExported:
    def test_a_request_its_steps_and_its_counts_arrive(self, collector: Collector) -> None:
        telemetry = start(collector.settings)
        with telemetry.request(CALLER) as trace:
            trace.name, trace.type = "Score", "mutation"
            with telemetry.step(names.DEED, {names.DEED_NAME: "ScoreSheet"}):
                telemetry.count(names.DEEDS, {names.OUTCOME: "refused", names.CODE: "NOT_FOUND"})
        telemetry.close()
        request, deed = collector.spans["congtam.request"], collector.spans["congtam.deed"]
        assert request.trace_id.hex() == trace.id == "0af7651916cd43dd8448eb211c80319c"
        assert (request.parent_span_id.hex(), deed.parent_span_id) == (
            "b7ad6b7169203331",
            request.span_id,
        )
        assert said(request) == {
            "graphql.operation.name": "Score",
            "graphql.operation.type": "mutation",
            "congtam.outcome": "ok",
        }
        assert said(deed) == {"congtam.deed.name": "ScoreSheet"}
        assert collector.metrics["congtam.deeds"].sum.data_points[0].as_int == 1
        assert collector.metrics["congtam.request.duration"].histogram.data_points[0].count == 1
        assert set(collector.headers) == {"k1"}

    def test_metrics_never_carry_a_name_that_a_client_chose(self, collector: Collector) -> None:
        telemetry = start(collector.settings)
        with telemetry.request() as trace:
            trace.name = "Anything"
        telemetry.close()
        (point,) = collector.metrics["congtam.request.duration"].histogram.data_points
        assert {pair.key for pair in point.attributes} == {
            "graphql.operation.type",
            "congtam.outcome",
        }

    def test_an_unexpected_exception_leaves_its_class_and_not_its_text(
        self, collector: Collector
    ) -> None:
        telemetry = start(collector.settings)
        with (
            pytest.raises(ZeroDivisionError),
            telemetry.request(),
            telemetry.step(names.READ),
        ):
            raise ZeroDivisionError("012345678901 divided")
        telemetry.close()
        request = collector.spans["congtam.request"]
        assert said(request)["error.type"] == "ZeroDivisionError"
        assert said(request)["congtam.outcome"] == "failed"
        assert request.status.code == 2
        assert b"012345678901" not in b"".join(collector.bodies["/v1/traces"])

    def test_unsampled_requests_have_an_id_and_send_no_span(self, collector: Collector) -> None:
        telemetry = start(collector.settings.model_copy(update={"trace_share": 0.0}))
        with telemetry.request() as trace:
            assert re.fullmatch(r"(?!0{32})[0-9a-f]{32}", trace.id)
        telemetry.close()
        assert not collector.spans

    def test_every_metric_can_be_recorded(self, collector: Collector) -> None:
        telemetry = start(collector.settings)
        with telemetry.request():
            pass
        metrics = {m for m in names.documented().values() if isinstance(m, names.Metric)}
        for metric in metrics - {names.REQUEST_DURATION}:
            telemetry.count(metric)
        telemetry.close()
        assert set(collector.metrics) == {metric.text for metric in metrics}


class TestSilent:
    def test_each_request_has_a_trace_id_of_its_own(self) -> None:
        telemetry = Telemetry()
        with telemetry.request() as first, telemetry.request() as second:
            assert first.id != second.id
            assert re.fullmatch(r"[0-9a-f]{32}", first.id)

    def test_the_callers_trace_goes_on(self) -> None:
        assert Telemetry().request(CALLER).id == "0af7651916cd43dd8448eb211c80319c"

    @pytest.mark.parametrize(
        "header",
        ["", "00-xyz", f"{CALLER}\n", CALLER.upper(), f"00-{'0' * 32}-b7ad6b7169203331-01"],
    )
    def test_a_malformed_callers_trace_is_ignored(self, header: str) -> None:
        found = Telemetry().request(header).id
        assert re.fullmatch(r"(?!0{32})[0-9a-f]{32}", found)
        assert found not in header.lower()

    def test_the_id_is_known_inside_the_request_and_only_there(self) -> None:
        with Telemetry().request(CALLER) as trace:
            assert trace_id() == trace.id
        assert trace_id() == ""

    def test_loads_nothing_that_sends(self) -> None:
        code = (
            "import sys; from gateway.settings import Settings; from gateway.telemetry import *\n"
            "t = start(Settings())\n"
            "with t.request(), t.step(names.READ): t.count(names.STALE_REACH)\n"
            "t.close(); print([m for m in sys.modules if m.startswith('opentelemetry')])"
        )
        told = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={},
        )
        assert told.stdout == "[]\n"
