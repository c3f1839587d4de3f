"""`python -m gateway.commands`, where the script `congtam` is not installed."""

from gateway.commands import main

main(prog_name="congtam")
