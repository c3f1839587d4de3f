"""Settings: read once, documented, and refused in one line where they are wrong."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import ValidationError

from gateway.commands import main
from gateway.commands.settings import page
from gateway.settings import Issuer, Misconfigured, Settings, allowed, load, variables

ROOT = Path(__file__).parents[2]
SECRETS = ("secret_key", "database_url", "portal_client_secret", "otlp_headers", "smtp_password")


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(("CONGTAM_", "OTEL_", "DATABASE_URL")):
            monkeypatch.delenv(name)


def refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> str:
    monkeypatch.setenv(name, value)
    with pytest.raises(Misconfigured) as caught:
        load()
    monkeypatch.delenv(name)
    line = str(caught.value)
    assert "\n" not in line
    return line


class TestLoad:
    def test_needs_no_setting_at_all(self) -> None:
        assert load().port == 8000

    def test_what_is_given_goes_before_the_environment(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CONGTAM_PORT", "9000")
        monkeypatch.setenv("OTEL_SERVICE_NAME", "ha-tinh")
        assert load().port == 9000
        assert load(port=9001, demo=True).port == 9001
        assert load().service_name == "ha-tinh"

    def test_an_empty_value_is_no_value(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("CONGTAM_PORT", "")
        assert load().port == 8000

    def test_cannot_be_changed_afterwards(self) -> None:
        with pytest.raises(ValidationError, match="frozen"):
            load().port = 1


class TestRefusals:
    def test_an_unknown_name_is_answered_with_the_nearest_one(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        line = refused(monkeypatch, "CONGTAM_PROT", "9000")
        assert line == "CONGTAM_PROT is not a setting; did you mean CONGTAM_PORT?"

    def test_a_name_like_none_is_answered_with_all(self, monkeypatch: pytest.MonkeyPatch) -> None:
        line = refused(monkeypatch, "CONGTAM_QQQQQQQQQQQQ", "1")
        assert "allowed: CONGTAM_CLIENT_COST_PER_MINUTE, " in line

    @pytest.mark.parametrize(
        ("name", "value", "says"),
        [
            ("CONGTAM_PORT", "http", "a whole number from 1 to 65,535"),
            ("CONGTAM_PORT", "70000", "a whole number from 1 to 65,535"),
            ("CONGTAM_DEMO", "perhaps", "true, false"),
            ("CONGTAM_LOG_LEVEL", "loud", "DEBUG, INFO, WARNING, ERROR"),
            ("CONGTAM_PUBLIC_URL", "localhost:8000", "http:// or https://, a host, no path"),
            ("DATABASE_URL", "mysql://a@b/c", "postgresql://user:password@host:port/database"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "http://host:port or https://host:port"),
            ("OTEL_TRACES_SAMPLER_ARG", "2", "a number from 0 to 1"),
            ("CONGTAM_ISSUERS", "{", '[{"issuer": '),
            ("CONGTAM_ISSUERS", '[{"issuer": "https://id.example.vn"}]', '"audience": "…"'),
            ("CONGTAM_POOL_SIZE", "0", "a whole number from 1 to 1,000"),
            ("CONGTAM_PORTAL_ISSUER", "https://x.example.vn", "one of CONGTAM_ISSUERS"),
        ],
    )
    def test_a_wrong_value_is_answered_with_what_is_allowed(
        self, monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str
    ) -> None:
        line = refused(monkeypatch, name, value)
        assert line.startswith(name)
        assert says in line

    def test_every_wrong_setting_is_named_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("CONGTAM_WORKERS", "0")
        line = refused(monkeypatch, "CONGTAM_PORT", "0")
        assert "CONGTAM_PORT" in line
        assert "CONGTAM_WORKERS" in line

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("DATABASE_URL", "mysql://app:geheim@db/congtam"),
            ("CONGTAM_SECRET_KEY", "geheim"),
            ("CONGTAM_ISSUERS", "geheim"),
        ],
    )
    def test_the_refused_value_is_not_repeated(
        self, monkeypatch: pytest.MonkeyPatch, name: str, value: str
    ) -> None:
        assert "geheim" not in refused(monkeypatch, name, value)


class TestIssuers:
    TEXT = """[{"issuer": "https://id.example.vn/realms/ha-tinh", "audience": "congtam",
                "algorithms": ["ES256"], "claims": {"personal_number": "SoDinhDanh"}}]"""

    def test_are_read_from_json(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("CONGTAM_ISSUERS", self.TEXT)
        (issuer,) = load().issuers
        assert issuer.algorithms == ("ES256",)
        assert (issuer.claims.subject, issuer.claims.personal_number) == ("sub", "SoDinhDanh")
        assert issuer.metadata_url == (
            "https://id.example.vn/realms/ha-tinh/.well-known/openid-configuration"
        )

    @pytest.mark.parametrize("algorithm", ["none", "HS256", "PS256", "rs256"])
    def test_take_no_other_signature(self, algorithm: str) -> None:
        with pytest.raises(ValidationError, match="algorithms"):
            Issuer.model_validate(
                {"issuer": "https://id.vn", "audience": "a", "algorithms": [algorithm]}
            )

    def test_speak_plain_http_only_on_this_machine(self) -> None:
        assert Issuer(issuer="http://localhost:8001", audience="congtam").jwks_url is None
        with pytest.raises(ValidationError, match="https"):
            Issuer(issuer="http://id.example.vn", audience="congtam")
        with pytest.raises(ValidationError, match="https"):
            Issuer(issuer="https://id.vn", audience="a", jwks_url="http://id.vn/keys")

    def test_are_named_once(self) -> None:
        issuer = Issuer(issuer="https://id.example.vn", audience="congtam")
        with pytest.raises(Misconfigured, match="twice"):
            load(issuers=(issuer, issuer))


class TestMail:
    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ({"smtp_host": "mail.example"}, "CONGTAM_SMTP_HOST needs CONGTAM_MAIL_FROM"),
            ({"smtp_user": "congtam"}, "need each other"),
            (
                {"smtp_user": "a", "smtp_password": "b", "smtp_security": "none"},
                "not encrypted",
            ),
            ({"mail_from": "nobody"}, "name@domain"),
        ],
    )
    def test_is_set_up_whole_and_safe(self, given: dict[str, str], said: str) -> None:
        with pytest.raises(Misconfigured, match=said):
            load(**given)


class TestDocumentation:
    @pytest.mark.parametrize("field", variables())
    def test_each_setting_says_what_it_means_and_takes(self, field: str) -> None:
        meaning = Settings.model_fields[field].description
        assert meaning
        assert meaning.endswith(".")
        assert allowed(field)

    def test_the_page_is_current(self) -> None:
        written = (ROOT / "infra" / "settings.md").read_text()
        assert written == page(), "run: congtam settings --markdown > infra/settings.md"

    def test_the_command_lists_every_setting_and_shows_no_secret(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CONGTAM_SMTP_USER", "congtam")  # a password needs its user
        for field in SECRETS:
            monkeypatch.setenv(variables()[field], "postgresql://geheim-geheim-geheim-geheim@db/x")
        told = CliRunner().invoke(main, ["settings"])
        assert told.exit_code == 0
        assert all(f"{variable} = " in told.output for variable in variables().values())
        assert "geheim" not in told.output
        assert told.output.count("(set, not shown)") == len(SECRETS)

    def test_a_setting_that_may_be_a_secret_is_held_as_one(self) -> None:
        shown = set(variables()) - set(SECRETS)
        suspicious = {name for name in shown if name.endswith(("_secret", "_key", "password"))}
        assert not suspicious
        held = [repr(Settings.model_fields[name].annotation) for name in SECRETS]
        assert all("SecretStr" in annotation for annotation in held)
