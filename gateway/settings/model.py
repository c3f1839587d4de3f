"""Every setting, with its documentation, its default and the values it takes."""

import json
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from gateway.settings.issuers import Issuer

PREFIX = "CONGTAM_"

Port = Annotated[int, Field(ge=1, le=65535)]
Seconds = Annotated[int, Field(ge=1, le=30 * 24 * 3600)]
Count = Annotated[int, Field(ge=1, le=1_000_000_000)]


class Settings(BaseSettings):
    """What the operator decides; frozen once read."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_ignore_empty=True,
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        hide_input_in_errors=True,
    )

    public_url: str = Field(
        default="http://localhost:8000",
        description="The address under which people reach the portals and the API, without a path.",
        pattern=r"^https?://[^/]+$",
        json_schema_extra={"allowed": "http:// or https://, a host, no path"},
    )
    host: str = Field(default="127.0.0.1", description="The address that the server listens on.")
    port: Port = Field(default=8000, description="The port that the server listens on.")
    workers: int = Field(
        default=1, ge=1, le=64, description="Server processes that share the port."
    )
    trusted_proxies: Annotated[tuple[str, ...], NoDecode] = Field(
        default=("127.0.0.1", "::1"),
        description="The proxies that are believed when they say who the client is "
        "(X-Forwarded-For, X-Forwarded-Proto); what anybody else says of it is ignored.",
        json_schema_extra={"allowed": "addresses and networks, such as 10.0.0.5,10.1.0.0/16; none"},
    )
    data: Path = Field(
        default=Path(".congtam"),
        description="The folder of the embedded database, its password and the log files.",
    )
    demo: bool = Field(
        default=False,
        description="Serve the sample data with GraphiQL and the demo's identity provider.",
    )
    secret_key: SecretStr | None = Field(
        default=None,
        min_length=32,
        description="The key from which those for personal numbers and stored tokens are derived; "
        "made once and kept in the data folder if unset.",
        json_schema_extra={"allowed": "at least 32 characters, random"},
    )

    database_url: SecretStr | None = Field(
        default=None,
        validation_alias="DATABASE_URL",
        description="A PostgreSQL server, 15 or newer; the embedded one is started if unset.",
        json_schema_extra={"allowed": "postgresql://user:password@host:port/database"},
    )
    pool_size: int = Field(
        default=8,
        ge=1,
        le=1000,
        description="Connections that a worker opens at most for reading, and as many for deeds.",
    )
    statement_timeout: Seconds = Field(
        default=15, description="Seconds after which the database gives up on one statement."
    )

    party_module: bool = Field(
        default=False,
        description="Serve Party work: its own tables, database roles and entrance (/party). "
        "Without it everything else runs, and Party operations are refused.",
    )

    issuers: Annotated[tuple[Issuer, ...], NoDecode] = Field(
        default=(),
        description="The identity providers whose tokens are accepted, as a JSON list.",
        json_schema_extra={
            "allowed": '[{"issuer": "https://…", "audience": "…", "jwks_url": "https://…", '
            '"discovery_url": "https://…", "algorithms": ["RS256", "ES256"], '
            '"claims": {"subject": "sub", "personal_number": "SoDinhDanh"}}]'
        },
    )
    keys_lifetime: Seconds = Field(
        default=3600, description="Seconds after which an issuer's keys are asked for again."
    )
    clock_leeway: int = Field(
        default=30,
        ge=0,
        le=300,
        description="Seconds by which an issuer's clock may differ from ours.",
    )
    portal_issuer: str | None = Field(
        default=None,
        description="The issuer that the portals sign in at; the first of the issuers if unset.",
        json_schema_extra={"allowed": "the `issuer` of one of CONGTAM_ISSUERS"},
    )
    portal_client_id: str | None = Field(
        default=None,
        description="The portals' client id at that issuer; without it nobody can sign in.",
    )
    portal_client_secret: SecretStr | None = Field(
        default=None,
        description="The portals' client secret; a public client (PKCE alone) if unset.",
    )
    login_lifetime: Seconds = Field(
        default=600, description="Seconds that somebody has for signing in at the issuer."
    )
    logins_per_minute: Count = Field(
        default=120,
        description="Sign-ins that may begin from one client address in a minute, in each server "
        "process; of an IPv6 address its /64 network counts. An office behind one address is one.",
    )
    session_idle: Seconds = Field(
        default=900, description="Seconds without a request after which a portal session ends."
    )
    session_lifetime: Seconds = Field(
        default=12 * 3600, description="Seconds after which a portal session ends in any case."
    )

    max_document_bytes: Count = Field(
        default=32_768, description="The size of a GraphQL document, in bytes, before it is read."
    )
    max_tokens: Count = Field(default=2_000, description="Lexical tokens in one document.")
    max_depth: Count = Field(
        default=16,
        description="Levels of nesting in one operation; tools that ask for the schema need 15.",
    )
    max_aliases: Count = Field(default=30, description="Aliases in one operation.")
    max_directives: Count = Field(default=30, description="Directives in one operation.")
    max_cost: Count = Field(
        default=20_000,
        description="The static cost of one operation: values asked for, times page sizes.",
    )
    client_cost_per_minute: Count = Field(
        default=1_000_000, description="The cost that one integration client may spend in a minute."
    )
    trusted_documents: Path | None = Field(
        default=None,
        description="The portals' documents (JSON: id to text), compiled at start; "
        "a portal session may send nothing else.",
    )

    serve_jobs: bool = Field(
        default=True,
        description="Do the jobs (reminders, mail, sealing) inside the server as well; "
        "set it to false where `congtam work` runs.",
    )
    smtp_host: str | None = Field(
        default=None, description="The mail server; without it nobody is written to by mail."
    )
    smtp_port: Port = Field(default=587, description="The port of the mail server.")
    smtp_security: Literal["starttls", "tls", "none"] = Field(
        default="starttls", description="How the way to the mail server is encrypted."
    )
    smtp_user: str | None = Field(
        default=None, description="The user at the mail server; no sign-in there if unset."
    )
    smtp_password: SecretStr | None = Field(default=None, description="The password of that user.")
    mail_from: str | None = Field(
        default=None,
        description="The address that letters come from; needed with CONGTAM_SMTP_HOST.",
        pattern=r"^[^@\s<>]+@[^@\s<>]+$",
        json_schema_extra={"allowed": "name@domain"},
    )

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="The least serious log line that is written."
    )
    log_format: Literal["json", "text"] = Field(
        default="json", description="One JSON object per line, or lines for a person at a terminal."
    )
    otlp_endpoint: str | None = Field(
        default=None,
        validation_alias="OTEL_EXPORTER_OTLP_ENDPOINT",
        description="Where traces and metrics go (OTLP over HTTP); nothing is sent if unset.",
        pattern=r"^https?://.+$",
        json_schema_extra={"allowed": "http://host:port or https://host:port"},
    )
    otlp_headers: SecretStr | None = Field(
        default=None,
        validation_alias="OTEL_EXPORTER_OTLP_HEADERS",
        description="Headers sent with traces and metrics, such as a collector's token.",
        json_schema_extra={"allowed": "name=value,name=value"},
    )
    service_name: str = Field(
        default="congtam",
        validation_alias="OTEL_SERVICE_NAME",
        description="The name under which this service appears in traces and metrics.",
    )
    trace_share: float = Field(
        default=1.0,
        ge=0,
        le=1,
        validation_alias="OTEL_TRACES_SAMPLER_ARG",
        description="The share of requests that are traced when traces are sent.",
    )

    @field_validator("issuers", mode="before")
    @classmethod
    def _issuers_are_json(cls, value: object) -> object:
        return json.loads(value) if isinstance(value, str) else value

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _proxies_are_listed(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        names = [name.strip() for name in value.split(",")]
        return () if names == ["none"] else tuple(names)

    @field_validator("trusted_proxies")
    @classmethod
    def _proxies_are_networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for name in value:
            ip_network(name)
        return value

    @field_validator("database_url")
    @classmethod
    def _database_is_postgres(cls, value: SecretStr | None) -> SecretStr | None:
        if value and urlsplit(value.get_secret_value()).scheme not in ("postgresql", "postgres"):
            raise ValueError("not a PostgreSQL address")
        return value

    @model_validator(mode="after")
    def _belongs_together(self) -> Self:
        names = [issuer.issuer for issuer in self.issuers]
        if len(set(names)) < len(names):
            raise ValueError("CONGTAM_ISSUERS names an issuer twice")
        if self.portal_issuer and self.portal_issuer not in names:
            raise ValueError("CONGTAM_PORTAL_ISSUER must be one of CONGTAM_ISSUERS")
        if self.smtp_host and not self.mail_from:
            raise ValueError("CONGTAM_SMTP_HOST needs CONGTAM_MAIL_FROM")
        if (self.smtp_user is None) != (self.smtp_password is None):
            raise ValueError("CONGTAM_SMTP_USER and CONGTAM_SMTP_PASSWORD need each other")
        if self.smtp_user and self.smtp_security == "none":
            raise ValueError("a password goes to no mail server that is not encrypted")
        return self
