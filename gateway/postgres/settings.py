"""How the embedded server is tuned: safe first, then for a machine with two cores."""

from collections.abc import Mapping

SETTINGS: Mapping[str, str] = {
    # Safe: nobody outside this machine, every commit on disk, no plain or md5 passwords.
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "password_encryption": "scram-sha-256",
    # Predictable: the same answers and messages whatever the machine's locale says.
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    # Two cores: parallel plans and just-in-time compilation cost more than they give here, and
    # containers often leave too little shared memory for parallel workers.
    "max_connections": "100",
    "max_parallel_workers_per_gather": "0",
    "jit": "off",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "random_page_cost": "1.1",
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
    "wal_compression": "on",
    # The log stays useful and carries no data: no statement text, no parameters.
    "log_min_error_statement": "panic",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
}


def options(port: int, changes: Mapping[str, str]) -> list[str]:
    """Arguments for the server: each setting, with `changes` laid over it."""
    merged = {**SETTINGS, **changes, "port": str(port)}
    return [part for name, value in merged.items() for part in ("-c", f"{name}={value}")]
